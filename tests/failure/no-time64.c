/* SPDX-License-Identifier: MIT */
/*
 * 32-bit ports, on a kernel before Linux 5.1: the system calls with a 64-bit time do not exist.
 * Everything that takes a time works with the old ones, and a time that they cannot hold is far
 * enough in the future. A filter makes the kernel an old one. With an argument it is a sandbox
 * that is older than these system calls, which refuses them with EPERM.
 */
#include "filter.h"

#include <semaphore.h>

static void become_old(int error)
{
    refuse_system_calls(403 /* clock_gettime64 */, 423 /* sched_rr_get_interval_time64 */, error);
    /* From here on the harness cannot tell the time. */
    CHECK_EQ(TEST_SYS2(clock_gettime, CLOCK_MONOTONIC, NULL), -error);
}

static struct timespec now(clockid_t clock)
{
    struct timespec t;

    CHECK_EQ(clock_gettime(clock, &t), 0);
    return t;
}

static struct timespec soon(clockid_t clock)
{
    struct timespec t = now(clock);

    t.tv_nsec += 20000000;
    if (t.tv_nsec >= TEST_SECOND) {
        t.tv_sec++;
        t.tv_nsec -= TEST_SECOND;
    }
    return t;
}

#define TIMES_OUT(clock, call)                                                                     \
    do {                                                                                           \
        struct timespec until = soon(clock);                                                       \
        CHECK_EQ(call, ETIMEDOUT);                                                                 \
        CHECK(test_ns(now(clock)) >= test_ns(until));                                              \
    } while (0)

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, inherit, held = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t sem;
static const struct timespec year_2100 = {.tv_sec = 4102444800LL, .tv_nsec = 999999999};
static int go;
static pid_t tid;

static void unlock(void *m)
{
    pthread_mutex_unlock(m);
}

static void *waits_for_long(void *arg)
{
    volatile int result = 0; /* on glibc, cleanup handlers come with a setjmp */

    (void)arg;
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cleanup_push(unlock, &mutex);
    STORE(&tid, test_gettid());
    while (!go && result == 0)
        result = pthread_cond_timedwait(&cond, &mutex, &year_2100);
    CHECK_EQ(result, 0);
    pthread_cleanup_pop(1);
    return arg;
}

static void *in_another_thread(void *arg)
{
    TIMES_OUT(CLOCK_REALTIME, pthread_mutex_timedlock(&held, &until));
    TIMES_OUT(CLOCK_MONOTONIC, pthread_mutex_clocklock(&held, CLOCK_MONOTONIC, &until));
    TIMES_OUT(CLOCK_REALTIME, pthread_mutex_timedlock(&inherit, &until));
    TIMES_OUT(CLOCK_REALTIME, pthread_rwlock_timedwrlock(&rwlock, &until));
    return arg;
}

int main(int argc, char **argv)
{
    pthread_mutexattr_t attr;
    pthread_t thread;

    (void)argv;
    become_old(argc > 1 ? EPERM : ENOSYS);
    CHECK(now(CLOCK_REALTIME).tv_sec > 1600000000);

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_INHERIT), 0);
    CHECK_EQ(pthread_mutex_init(&inherit, &attr), 0);
    CHECK_EQ(pthread_mutex_lock(&held), 0);
    CHECK_EQ(pthread_mutex_lock(&inherit), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    test_finish(test_start(in_another_thread, NULL));

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    TIMES_OUT(CLOCK_REALTIME, sem_timedwait(&sem, &until) == -1 ? errno : 0);
    TIMES_OUT(CLOCK_REALTIME, pthread_cond_timedwait(&cond, &held, &until));
    TIMES_OUT(CLOCK_MONOTONIC, pthread_cond_clockwait(&cond, &held, CLOCK_MONOTONIC, &until));

    /* Signalled before the year 2100, joined too early, cancelled. */
    thread = test_start(waits_for_long, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    TIMES_OUT(CLOCK_REALTIME, pthread_timedjoin_np(thread, NULL, &until));
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    go = 1;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_timedjoin_np(thread, NULL, &year_2100), 0);
    go = 0;
    STORE(&tid, 0);
    thread = test_start(waits_for_long, NULL);
    WAIT_UNTIL(LOAD(&tid) != 0);
    wait_until_blocked(tid);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK_EQ(test_finish(thread), PTHREAD_CANCELED);

    struct timespec before = now(CLOCK_MONOTONIC), pause = {.tv_sec = 0, .tv_nsec = 5000000};
    CHECK_EQ(nanosleep(&pause, NULL), 0);
    CHECK(test_ns(now(CLOCK_MONOTONIC)) - test_ns(before) >= 5000000);
    pause.tv_nsec = 1000000000;
    CHECK_EQ(nanosleep(&pause, NULL), -1);
    CHECK_EQ(errno, EINVAL);
    return 0;
}
