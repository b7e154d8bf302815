/* SPDX-License-Identifier: MIT */
/*
 * The ceiling is a priority of SCHED_FIFO by default, and else the one that was set, whatever the
 * other attributes are and set afterwards, the protocol included.
 */
#include "mutexes.h"

static int ceiling_in(pthread_mutexattr_t *attr)
{
    int ceiling = -1;

    CHECK_EQ(pthread_mutexattr_getprioceiling(attr, &ceiling), 0);
    return ceiling;
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        pthread_mutexattr_t attr;

        mutexattr_make(&attr, sort);
        CHECK(ceiling_in(&attr) >= 1 && ceiling_in(&attr) <= 99); /* Linux's */
        CHECK_EQ(pthread_mutexattr_setprioceiling(&attr, 1 + 3 * i), 0);
        CHECK_EQ(ceiling_in(&attr), 1 + 3 * i);
        CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK), 0);
        CHECK_EQ(pthread_mutexattr_setrobust(&attr, !sort.robust), 0);
        CHECK_EQ(pthread_mutexattr_setpshared(&attr, !sort.shared), 0);
        CHECK_EQ(ceiling_in(&attr), 1 + 3 * i);
        CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
    }
    return 0;
}
