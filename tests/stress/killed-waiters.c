/* SPDX-License-Identifier: MIT */
/*
 * Processes that wait for a shared condition variable, or signal it, or wait for a shared
 * semaphore, are killed at random points. A signal or a post that follows reaches the one that is
 * alive and waits, each time.
 */
#include "stress.h"
#include "../conformance/shared.h"

enum { VICTIMS = 3 };

static struct area {
    /* The victims lock a mutex of their own: who is killed with the mutex holds it for ever. */
    pthread_mutex_t mutex, victims[VICTIMS];
    pthread_cond_t cond, done;
    sem_t sem, answer;
    int wanted, seen, stop;
} * area;

static void victim(int i)
{
    for (;;) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 1);

        CHECK_EQ(pthread_mutex_lock(&area->victims[i]), 0);
        if (i % 2)
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
        signals = test_spawn("signal");
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
    return 0;
}
