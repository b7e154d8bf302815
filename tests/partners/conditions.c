/* SPDX-License-Identifier: MIT */
/*
 * Two processes share condition variables: no signal of either side's is lost to the other.
 *
 * Not all agree on who may wait (README, Limits). With glibc up to 2.40, on one that pthin made, a
 * plain process may only signal. Once it has waited, the next use by pthin ends with an error.
 */
#include "partners.h"

enum { ROUNDS = 2000, THREADS = 3 };
enum { MUTEX, COND }; /* places */

/* Of the mutex. The first is all that most of this is done with. */
static const struct sort {
    int type, protocol, robust;
} sorts[] = {
    {PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_STALLED},
    {PTHREAD_MUTEX_ERRORCHECK, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_STALLED},
    {PTHREAD_MUTEX_RECURSIVE, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_STALLED},
    {PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_ROBUST},
    {PTHREAD_MUTEX_RECURSIVE, PTHREAD_PRIO_NONE, PTHREAD_MUTEX_ROBUST},
    {PTHREAD_MUTEX_NORMAL, PTHREAD_PRIO_INHERIT, PTHREAD_MUTEX_STALLED},
    {PTHREAD_MUTEX_RECURSIVE, PTHREAD_PRIO_INHERIT, PTHREAD_MUTEX_ROBUST},
};
enum { SORTS = sizeof sorts / sizeof *sorts };

static pthread_mutex_t *mutex;
static pthread_cond_t *cond;
static int stop; /* under the mutex */

static void lock(void)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
}

static void unlock(void)
{
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
}

static void init(clockid_t clock, const struct sort *sort)
{
    pthread_mutexattr_t attr;
    pthread_condattr_t cond_attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, sort->type), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, sort->protocol), 0);
    CHECK_EQ(pthread_mutexattr_setrobust(&attr, sort->robust), 0);
    CHECK_EQ(pthread_mutex_init(mutex, &attr), 0);
    CHECK_EQ(pthread_condattr_init(&cond_attr), 0);
    CHECK_EQ(pthread_condattr_setpshared(&cond_attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_condattr_setclock(&cond_attr, clock), 0);
    CHECK_EQ(pthread_cond_init(cond, &cond_attr), 0);
}

static void one_waits(int waiter, clockid_t clock, int (*wake)(pthread_cond_t *))
{
    if (me == waiter) {
        struct timespec soon = now_plus_ms(clock, 3);
        int error;

        p->value = 0;
        lock();
        do
            error = pthread_cond_timedwait(cond, mutex, &soon);
        while (error == 0);
        CHECK_EQ(error, ETIMEDOUT);
        will_wait();
        while (p->value == 0)
            CHECK_EQ(pthread_cond_wait(cond, mutex), 0);
        unlock();
    } else {
        wait_for_waiter();
        lock(); /* it has given it up */
        p->value = 1;
        CHECK_EQ(wake(cond), 0);
        unlock();
    }
    meet();
}

static void *take(void *arg)
{
    struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    lock();
    for (int i = 0;; i++) {
        while (p->value == 0 && !stop)
            CHECK_EQ(i % 2 ? pthread_cond_wait(cond, mutex)
                           : pthread_cond_clockwait(cond, mutex, CLOCK_REALTIME, &far),
                     0);
        if (p->value == 0)
            break;
        p->value--;
        p->count++;
        if (i % 8 == 0)
            CHECK_EQ(sched_yield(), 0);
    }
    unlock();
    return arg;
}

/* Threads of one side wait, and the other makes a token and a signal, again and again: all are
   taken. */
static void one_takes(int side)
{
    if (me == side) {
        pthread_t thread[THREADS];

        p->value = p->count = stop = 0;
        for (int i = 0; i < THREADS; i++)
            thread[i] = test_start(take, NULL);
        meet();
        WAIT_UNTIL(LOAD(&p->count) == ROUNDS);
        lock();
        stop = 1;
        CHECK_EQ(pthread_cond_broadcast(cond), 0);
        unlock();
        for (int i = 0; i < THREADS; i++)
            test_finish(thread[i]);
    } else {
        meet();
        for (int i = 0; i < ROUNDS; i++) {
            lock();
            p->value++;
            if (i % 2)
                CHECK_EQ(pthread_cond_signal(cond), 0);
            unlock();
            if (i % 2 == 0) /* also without the mutex */
                CHECK_EQ(pthread_cond_signal(cond), 0);
        }
    }
    meet();
}

static void in_turns(void)
{
    if (me == 0)
        p->value = 0;
    meet();
    for (int i = 0; i < ROUNDS; i++) {
        lock();
        while (p->value != me)
            CHECK_EQ(pthread_cond_wait(cond, mutex), 0);
        p->value = !me;
        CHECK_EQ(i % 3 ? pthread_cond_signal(cond) : pthread_cond_broadcast(cond), 0);
        unlock();
    }
    meet();
}

/* What pthin does after a plain process waited for what pthin made. */
static void partner_child(void)
{
    struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    TEST_SYS3(dup3, 1, 2, 0); /* the parent reads the error */
    mutex = partner_object(MUTEX);
    cond = partner_object(COND);
    lock();
    if (p->value == 0)
        pthread_cond_signal(cond);
    else if (p->value == 1)
        pthread_cond_broadcast(cond);
    else
        pthread_cond_timedwait(cond, mutex, &far);
}

static void plain_one_has_waited(void)
{
    if (me == 1) {
        struct timespec soon = now_plus_ms(CLOCK_REALTIME, 3);

        lock();
        while (pthread_cond_timedwait(cond, mutex, &soon) == 0)
            ;
        unlock();
        meet();
        return;
    }
    meet();
    for (p->value = 0; p->value < 3; p->value++) {
        struct test_result result;

        CHECK_EQ(pthread_mutex_init(mutex, NULL), 0); /* the last one died with it */
        result = test_run("child");
        CHECK_EQ(result.exited, -1);
        CHECK_EQ(result.signal, SIGABRT);
        CHECK(test_find(result.output, "is waited for by a process that runs without it") != NULL);
    }
}

static void partner(void)
{
    /* Only the first, which is pthin's, may wait. */
    int pthin_alone_waits = !p->plain[0] && p->plain[1] && p->glibc < 41;

    mutex = partner_object(MUTEX);
    cond = partner_object(COND);
    for (int round = 0; round < 2; round++) {
        clockid_t clock = round ? CLOCK_MONOTONIC : CLOCK_REALTIME;

        if (me == 0)
            init(clock, &sorts[0]);
        meet();
        for (int side = 0; side < (pthin_alone_waits ? 1 : 2); side++) {
            one_waits(side, clock, pthread_cond_signal);
            one_waits(side, clock, pthread_cond_broadcast);
            one_takes(side);
        }
        if (!pthin_alone_waits)
            in_turns();
        /* Either side destroys what the first made. */
        if (me == (pthin_alone_waits ? 0 : round))
            CHECK_EQ(pthread_cond_destroy(cond), 0);
        meet();
    }
    for (int i = 1; i < SORTS; i++) {
        if (me == 0)
            init(CLOCK_REALTIME, &sorts[i]);
        meet();
        for (int side = 0; side < (pthin_alone_waits ? 1 : 2); side++) {
            one_waits(side, CLOCK_REALTIME, pthread_cond_signal);
            one_waits(side, CLOCK_REALTIME, pthread_cond_broadcast);
        }
    }
    if (pthin_alone_waits) {
        if (me == 0)
            init(CLOCK_REALTIME, &sorts[0]);
        meet();
        plain_one_has_waited();
    }
}
