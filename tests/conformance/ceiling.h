/* SPDX-License-Identifier: MIT */
/* For the tests of mutexes with a priority ceiling or priority inheritance. */
#ifndef CEILING_H
#define CEILING_H

#include "policy.h"
#include "waiter.h"

static inline void ceiling_make(pthread_mutex_t *mutex, int type, int ceiling)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, type), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT), 0);
    CHECK_EQ(pthread_mutexattr_setprioceiling(&attr, ceiling), 0);
    CHECK_EQ(pthread_mutex_init(mutex, &attr), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
}

static inline int ceiling_of(pthread_mutex_t *mutex)
{
    int ceiling = -1;

    CHECK_EQ(pthread_mutex_getprioceiling(mutex, &ceiling), 0);
    return ceiling;
}

/* The real-time priority at which the kernel runs a thread of ours, inherited or not; 0: none.
 * /proc has it in the 18th field of `stat`, as -1 - priority, or 0 and more without real time. */
static inline int test_effective_priority_of(pid_t tid)
{
    char path[80], text[512];
    const char *at;
    int priority = 0;

    test_task_path(path, tid, "stat");
    CHECK(test_read_file(path, text, sizeof text) > 0);
    at = test_find(text, ") ");
    CHECK(at != NULL);
    for (int field = 2; field < 18; field++)
        at = test_find(at, " ") + 1;
    if (*at != '-')
        return 0;
    for (at++; *at >= '0' && *at <= '9'; at++)
        priority = priority * 10 + *at - '0';
    return priority - 1;
}

static inline int test_effective_priority(void)
{
    return test_effective_priority_of(test_gettid());
}

/* Makes the caller a real-time thread, of this priority. */
static inline void ceiling_begin(int priority)
{
    NEED_REAL_TIME();
    CHECK_EQ(test_policy_set(pthread_self(), SCHED_FIFO, priority), 0);
}

#endif
