/* SPDX-License-Identifier: MIT */
/*
 * Processes that wait for a shared condition variable, or signal it, or wait for a shared
 * semaphore, are killed at random points. A signal or a post that follows reaches the one that is
 * alive and waits, each time.
 *
 * From glibc 2.41 on, such condition variables are glibc's own there, with a lock inside that is
 * held for a moment by whoever signals or runs out of time: who is killed then holds it for ever.
 * There only those are killed that do nothing but wait.
 */
#include "stress.h"
#include "../conformance/shared.h"

#ifdef __GLIBC__
#    include <gnu/libc-version.h>
#endif

enum { VICTIMS = 3 };

static struct area {
    /* The victims lock a mutex of their own: who is killed with the mutex holds it for ever. */
    pthread_mutex_t mutex, victims[VICTIMS];
    pthread_cond_t cond, done;
    sem_t sem, answer;
    pthread_rwlock_t lock;
    int wanted, seen, stop, reads, writes;
} * area;

static int has_a_lock_inside(void)
{
#ifdef __GLIBC__
    return atoi(gnu_get_libc_version() + 2) >= 41;
#else
    return 0;
#endif
}

static void victim(int i)
{
    for (;;) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 1);

        CHECK_EQ(pthread_mutex_lock(&area->victims[i]), 0);
        if (i % 2 || has_a_lock_inside())
            pthread_cond_wait(&area->cond, &area->victims[i]);
        else
            pthread_cond_timedwait(&area->cond, &area->victims[i], &end);
        CHECK_EQ(pthread_mutex_unlock(&area->victims[i]), 0);
    }
}

static void signaller(void)
{
    for (;;) {
        pthread_cond_signal(&area->cond);
        pthread_cond_broadcast(&area->cond);
    }
}

/* Never comes to the end: nobody posts as long as one of these is alive. */
static void sem_victim(void)
{
    for (;;)
        sem_wait(&area->sem);
}

static void live(void)
{
    CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
    while (!area->stop) {
        while (area->seen == area->wanted && !area->stop)
            CHECK_EQ(pthread_cond_wait(&area->cond, &area->mutex), 0);
        area->seen = area->wanted;
        CHECK_EQ(pthread_cond_signal(&area->done), 0);
    }
    CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
}

static void sem_live(void)
{
    while (!LOAD(&area->stop)) {
        CHECK_EQ(sem_wait(&area->sem), 0);
        CHECK_EQ(sem_post(&area->answer), 0);
    }
}

static void init_mutex(pthread_mutex_t *m)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutex_init(m, &attr), 0);
}

static void init_cond(pthread_cond_t *c)
{
    pthread_condattr_t attr;

    CHECK_EQ(pthread_condattr_init(&attr), 0);
    CHECK_EQ(pthread_condattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_cond_init(c, &attr), 0);
}

static void kill_child(long pid)
{
    CHECK_EQ(TEST_SYS2(kill, pid, 9), 0);
    CHECK_EQ(test_child_status(pid), 9);
}

/* Signals the condition; the live one answers. */
static void signal_once(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
    area->wanted++;
    CHECK_EQ(pthread_cond_signal(&area->cond), 0);
    while (area->seen != area->wanted)
        CHECK_EQ(pthread_cond_timedwait(&area->done, &area->mutex, &end), 0);
    CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
}

/* A signal may be for any of those that wait, the victims too: they are dead when it counts. */
static void conditions(void)
{
    unsigned seed = 1;
    long pid = test_spawn("live");
    long victims[VICTIMS], signals;

    while (stress_goes_on()) {
        signals = has_a_lock_inside() ? 0 : test_spawn("signal");
        for (int i = 0; i < VICTIMS; i++) {
            init_mutex(&area->victims[i]);
            victims[i] = test_spawn(i == 0 ? "a" : i == 1 ? "b" : "c");
        }
        for (unsigned n = stress_random(&seed, 20); n > 0; n--) {
            pthread_cond_signal(&area->cond);
            test_nap();
        }
        for (int i = 0; i < VICTIMS; i++)
            kill_child(victims[i]);
        if (signals)
            kill_child(signals);
        for (int i = 0; i < 2 * VICTIMS; i++)
            signal_once();
    }
    CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
    area->stop = 1;
    CHECK_EQ(pthread_cond_broadcast(&area->cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
    test_wait(pid);
    CHECK_EQ(pthread_cond_destroy(&area->cond), 0);
    CHECK_EQ(pthread_cond_destroy(&area->done), 0);
}

static void semaphores(void)
{
    unsigned seed = 2;
    long pid, victims[VICTIMS];

    area->stop = 0;
    pid = test_spawn("sem-live");
    while (stress_goes_on()) {
        for (int i = 0; i < VICTIMS; i++)
            victims[i] = test_spawn("sem");
        for (unsigned n = stress_random(&seed, 20); n > 0; n--)
            test_nap();
        for (int i = 0; i < VICTIMS; i++)
            kill_child(victims[i]);
        for (int i = 0; i < 2 * VICTIMS; i++) {
            struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

            CHECK_EQ(sem_post(&area->sem), 0);
            CHECK_EQ(sem_timedwait(&area->answer, &end), 0);
        }
    }
    STORE(&area->stop, 1);
    CHECK_EQ(sem_post(&area->sem), 0);
    test_wait(pid);
}

#ifndef __GLIBC__
static void reader(void)
{
    while (!LOAD(&area->stop)) {
        CHECK_EQ(pthread_rwlock_rdlock(&area->lock), 0);
        ADD(&area->reads, 1);
        CHECK_EQ(pthread_rwlock_unlock(&area->lock), 0);
    }
}

static void writer(void)
{
    while (!LOAD(&area->stop)) {
        int reads;

        CHECK_EQ(pthread_rwlock_wrlock(&area->lock), 0);
        reads = LOAD(&area->reads);
        ADD(&area->writes, 1);
        CHECK_EQ(LOAD(&area->reads), reads);
        CHECK_EQ(pthread_rwlock_unlock(&area->lock), 0);
        test_nap();
    }
}

/* Never has it: it is read as long as one of these is alive. */
static void write_victim(void)
{
    for (;;) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 1);

        pthread_rwlock_timedwrlock(&area->lock, &end);
    }
}

static void locks(int kind)
{
    unsigned seed = 3;
    pthread_rwlockattr_t attr;
    long live[2], victims[VICTIMS];

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, kind), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_rwlock_init(&area->lock, &attr), 0);
    STORE(&area->stop, 0);
    live[0] = test_spawn("reader");
    live[1] = test_spawn("writer");
    while (stress_goes_on()) {
        int reads, writes;

        CHECK_EQ(pthread_rwlock_rdlock(&area->lock), 0);
        for (int i = 0; i < VICTIMS; i++)
            victims[i] = test_spawn("write");
        for (unsigned n = stress_random(&seed, 20); n > 0; n--)
            test_nap();
        for (int i = 0; i < VICTIMS; i++)
            kill_child(victims[i]);
        reads = LOAD(&area->reads);
        writes = LOAD(&area->writes);
        CHECK_EQ(pthread_rwlock_unlock(&area->lock), 0);
        WAIT_UNTIL(LOAD(&area->reads) != reads && LOAD(&area->writes) != writes);
    }
    STORE(&area->stop, 1);
    test_wait(live[0]);
    test_wait(live[1]);
    CHECK_EQ(pthread_rwlock_destroy(&area->lock), 0);
}
#endif

int main(int argc, char **argv)
{
    if (argc > 1 && (argv[1][0] < '0' || argv[1][0] > '9')) {
        area = test_map_file();
        if (test_same(argv[1], "live"))
            live();
        else if (test_same(argv[1], "sem-live"))
            sem_live();
        else if (test_same(argv[1], "sem"))
            sem_victim();
        else if (test_same(argv[1], "signal"))
            signaller();
#ifndef __GLIBC__
        else if (test_same(argv[1], "reader"))
            reader();
        else if (test_same(argv[1], "writer"))
            writer();
        else if (test_same(argv[1], "write"))
            write_victim();
#endif
        else
            victim(argv[1][0] - 'a');
        return 0;
    }
    area = test_make_file();
    init_mutex(&area->mutex);
    init_cond(&area->cond);
    init_cond(&area->done);
    CHECK_EQ(sem_init(&area->sem, 1, 0), 0);
    CHECK_EQ(sem_init(&area->answer, 1, 0), 0);
    stress_begin(argc, argv);
    conditions();
    stress_begin(argc, argv);
    semaphores();
#ifndef __GLIBC__
    stress_begin(argc, argv);
    locks(PTHREAD_RWLOCK_PREFER_WRITER_NP);
    stress_begin(argc, argv);
    locks(PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
#endif
    return 0;
}
