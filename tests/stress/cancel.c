/* SPDX-License-Identifier: MIT */
/*
 * Cancellation at any moment of a thread that waits in every way there is: it unwinds once, with
 * the mutex held where POSIX says so, and leaves nothing behind that others would wait for.
 */
#include <semaphore.h>

#include "stress.h"

enum { PAIRS = 3 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static sem_t sem;
static long cleaned, cancelled;
static int inside;

static void clean(void *arg)
{
    if (arg) {
        /* Ours. */
        ADD(&inside, 1);
        CHECK_EQ(LOAD(&inside), 1);
        CHECK_EQ(pthread_mutex_trylock(arg), EBUSY);
        ADD(&inside, -1);
        pthread_mutex_unlock(arg);
    }
    ADD(&cleaned, 1);
}

static void *nothing(void *arg)
{
    return arg;
}

static void *waits(void *arg)
{
    for (;;) {
        switch (stress_random(arg, 3)) {
        case 0:
            pthread_mutex_lock(&mutex);
            pthread_cleanup_push(clean, &mutex);
            pthread_cond_wait(&cond, &mutex);
            pthread_cleanup_pop(0);
            pthread_mutex_unlock(&mutex);
            break;
        case 1:
            pthread_cleanup_push(clean, NULL);
            sem_wait(&sem);
            pthread_cleanup_pop(0);
            break;
        default:
            /* Not cancelled while it has a thread to join. */
            pthread_cleanup_push(clean, NULL);
            pthread_testcancel();
            pthread_cleanup_pop(0);
            int old;
            pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
            test_finish(test_start(nothing, NULL));
            pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, &old);
        }
    }
    return NULL;
}

static void pair(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        unsigned its_seed = seed;
        pthread_t thread = test_start(waits, &its_seed);

        for (unsigned i = stress_random(&seed, 20); i > 0; i--) {
            pthread_cond_signal(&cond);
            sem_post(&sem);
            if (stress_random(&seed, 4) == 0)
                TEST_SYS0(sched_yield);
        }
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
        ADD(&cancelled, 1);
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    stress_run(pair, PAIRS);
    CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    CHECK_EQ(cleaned, cancelled);
    return 0;
}
