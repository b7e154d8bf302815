/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex, on both clocks: ETIMEDOUT, not before the time; when it is unlocked
 * in time, it is locked; one that gave up leaves nothing behind; and a free one is locked whatever
 * the time.
 */
#include "mutexes.h"

int main(void)
{
    check_clocks(check_waits_with_every_sort, pthread_mutex_clocklock);
    return 0;
}
