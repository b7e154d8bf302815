/* SPDX-License-Identifier: MIT */
/*
 * pthread_mutexattr_getrobust gives the value that was set, whatever the other attributes are.
 */
#include "mutexes.h"

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        pthread_mutexattr_t attr;
        int value = -1;

        mutexattr_make(&attr, mutex_sort(i));
        CHECK_EQ(pthread_mutexattr_getrobust(&attr, &value), 0);
        CHECK_EQ(value, mutex_sort(i).robust);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    }
    return 0;
}
