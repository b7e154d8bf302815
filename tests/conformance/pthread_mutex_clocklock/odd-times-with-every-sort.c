/* SPDX-License-Identifier: MIT */
/*
 * Of whatever sort the mutex that another thread owns, on both clocks: EINVAL for nanoseconds below
 * zero or not below a second; a time before the epoch is in the past.
 */
#include "mutexes.h"

int main(void)
{
    check_clocks(check_odd_times_with_every_sort, pthread_mutex_clocklock);
    return 0;
}
