/* SPDX-License-Identifier: MIT */
/*
 * Two processes share barriers: nobody leaves one before all of both sides have come, and in each
 * round one of them is told so.
 */
#include "partners.h"

enum { ROUNDS = 2000, THREADS = 2 };
enum { OF_TWO, OF_ALL }; /* places */

static pthread_barrier_t *barrier[2];

static void one_waits(int waiter)
{
    int result;

    if (me == waiter) {
        will_wait();
        result = pthread_barrier_wait(barrier[OF_TWO]);
        CHECK_EQ(LOAD(&p->value), 2);
    } else {
        wait_for_waiter();
        STORE(&p->value, 2);
        result = pthread_barrier_wait(barrier[OF_TWO]);
    }
    CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
    if (result != 0)
        ADD(&p->count, 1);
    meet();
    CHECK_EQ(LOAD(&p->count), 1);
    meet();
    STORE(&p->count, 0);
    STORE(&p->value, 0);
    meet();
}

/* Each adds one, and behind the barrier finds what all have added. */
static void *rounds(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        ADD(&p->value, 1);
        if (pthread_barrier_wait(barrier[OF_ALL]) == PTHREAD_BARRIER_SERIAL_THREAD)
            ADD(&p->count, 1);
        CHECK_EQ(LOAD(&p->value), 2 * THREADS * i);
        /* Nobody goes on before all have seen that. */
        pthread_barrier_wait(barrier[OF_ALL]);
    }
    return arg;
}

static void partner_child(void) {}

static void partner(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < 2; i++) {
        barrier[i] = partner_object(i);
        if (me == 0) {
            pthread_barrierattr_t attr;

            CHECK_EQ(pthread_barrierattr_init(&attr), 0);
            CHECK_EQ(pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
            CHECK_EQ(pthread_barrier_init(barrier[i], &attr, i == OF_TWO ? 2 : 2 * THREADS), 0);
        }
    }
    meet();
    one_waits(0);
    one_waits(1);
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(rounds, NULL);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    meet();
    CHECK_EQ(LOAD(&p->count), ROUNDS);
    /* One for each side. */
    CHECK_EQ(pthread_barrier_destroy(barrier[me]), 0);
}
