/* SPDX-License-Identifier: MIT */
/*
 * Mutexes of all types: one holder at a time, no lost wake, with times that run out. And the
 * thread that finds itself the last user unmaps the mutex as soon as it has unlocked it, while
 * the one before may still be on its way out of pthread_mutex_unlock.
 */
#include "stress.h"

enum { THREADS = 4, TYPES = 3 };

static pthread_mutex_t mutexes[TYPES];
static long counts[TYPES], taken[TYPES];

static void count(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        unsigned type = stress_random(&seed, TYPES);
        pthread_mutex_t *mutex = &mutexes[type];
        struct timespec soon;
        int err;

        switch (stress_random(&seed, 4)) {
        case 0:
            soon = stress_soon(&seed, 30);
            err = pthread_mutex_timedlock(mutex, &soon);
            CHECK(err == 0 || err == ETIMEDOUT);
            break;
        case 1:
            err = pthread_mutex_trylock(mutex);
            CHECK(err == 0 || err == EBUSY);
            break;
        default:
            err = pthread_mutex_lock(mutex);
            CHECK_EQ(err, 0);
        }
        if (err)
            continue;
        counts[type]++; /* not atomic: the mutex makes it so */
        for (unsigned i = stress_random(&seed, 50); i > 0; i--)
            LAUNDER(i);
        CHECK_EQ(pthread_mutex_unlock(mutex), 0);
        ADD(&taken[type], 1);
    }
}

static struct object {
    pthread_mutex_t mutex;
    int users;
} * object;

static void make(void)
{
    object = test_map(TEST_PAGE);
    CHECK_EQ(pthread_mutex_init(&object->mutex, NULL), 0);
    object->users = THREADS;
}

static void unmap(int me)
{
    (void)me;
    while (stress_meet(THREADS, make)) {
        struct object *o = object;

        CHECK_EQ(pthread_mutex_lock(&o->mutex), 0);
        int last = --o->users == 0;
        CHECK_EQ(pthread_mutex_unlock(&o->mutex), 0);
        if (last)
            test_unmap(o, TEST_PAGE);
    }
}

int main(int argc, char **argv)
{
    static const int types[TYPES] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_RECURSIVE,
                                     PTHREAD_MUTEX_ERRORCHECK};
    stress_begin(argc, argv);
    for (int i = 0; i < TYPES; i++) {
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, types[i]), 0);
        CHECK_EQ(pthread_mutex_init(&mutexes[i], &attr), 0);
    }
    stress_end -= (stress_end - test_now_ns(CLOCK_MONOTONIC)) / 2;
    stress_run(count, THREADS);
    for (int i = 0; i < TYPES; i++)
        CHECK_EQ(counts[i], taken[i]);

    stress_begin(argc, argv);
    stress_run(unmap, THREADS);
    return 0;
}
