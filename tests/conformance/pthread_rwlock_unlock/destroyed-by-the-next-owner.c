/* SPDX-License-Identifier: MIT */
/*
 * A lock can be destroyed and its memory unmapped by the last one to unlock it: the unlocker before
 * it does not touch it afterwards.
 */
#include "next-owner.h"
#include "rwlocks.h"

static void make(void *lock, int round)
{
    (void)round;
    CHECK_EQ(pthread_rwlock_init(lock, NULL), 0);
}

static int unlock(void *lock)
{
    return pthread_rwlock_unlock(lock);
}

static int destroy(void *lock)
{
    return pthread_rwlock_destroy(lock);
}

int main(void)
{
    static const struct lock_calls calls = {call_wrlock, unlock, destroy, make};

    check_next_owner_destroys(&calls, 500);
    return 0;
}
