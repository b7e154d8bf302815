/* SPDX-License-Identifier: MIT */
/*
 * A mutex can be destroyed and its memory unmapped as soon as it is unlocked: the unlocker that let
 * the last owner in does not touch it afterwards. Every sort of mutex.
 */
#include "mutexes.h"
#include "next-owner.h"

enum { EACH = 80 };

static void make(void *mutex, int round)
{
    mutex_make(mutex, mutex_sort(round / EACH));
}

static int destroy(void *mutex)
{
    return pthread_mutex_destroy(mutex);
}

int main(void)
{
    static const struct lock_calls calls = {call_lock, call_unlock, destroy, make};

    check_next_owner_destroys(&calls, EACH * MUTEX_SORTS);
    return 0;
}
