/* SPDX-License-Identifier: MIT */
/*
 * Two processes share semaphores without a name: each gets what the other posts, when it waits for
 * it already, and later.
 */
#include "partners.h"

enum { ROUNDS = 3000, THREADS = 3 };
enum { HERE, THERE = 2 }; /* places */

static sem_t *sem[2];

static void one_waits(int waiter)
{
    if (me == waiter) {
        struct timespec soon = now_plus_ms(CLOCK_REALTIME, 3);

        CHECK_FAILS(sem_trywait(sem[0]), EAGAIN);
        CHECK_FAILS(sem_timedwait(sem[0], &soon), ETIMEDOUT);
        will_wait();
        CHECK_EQ(sem_wait(sem[0]), 0); /* the other sees that it is 0 again, and goes on */
        meet();
        CHECK_EQ(test_value(sem[0]), 2);
        CHECK_EQ(sem_trywait(sem[0]), 0);
        CHECK_EQ(sem_wait(sem[0]), 0);
    } else {
        wait_for_waiter();
        CHECK_EQ(sem_post(sem[0]), 0);
        WAIT_UNTIL(test_value(sem[0]) == 0);
        CHECK_EQ(sem_post(sem[0]), 0);
        CHECK_EQ(sem_post(sem[0]), 0);
        meet();
    }
    meet();
}

static void *take_some(void *arg)
{
    struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    for (int i = 0; i < ROUNDS; i++)
        CHECK_EQ(i % 2 ? sem_wait(sem[0]) : sem_timedwait(sem[0], &far), 0);
    return arg;
}

/* Both take and post; every token is taken once. */
static void tokens(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(take_some, NULL);
    for (int i = 0; i < THREADS * ROUNDS; i++) {
        CHECK_EQ(sem_post(sem[0]), 0);
        if (i % 64 == 0)
            sched_yield();
    }
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    meet();
    CHECK_EQ(test_value(sem[0]), 0);
    meet();
}

static void in_turns(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        CHECK_EQ(sem_post(sem[me]), 0);
        CHECK_EQ(sem_wait(sem[!me]), 0);
    }
    meet();
}

static void partner_child(void) {}

static void partner(void)
{
    sem[0] = partner_object(HERE);
    sem[1] = partner_object(THERE);
    for (int i = 0; i < 2 && me == 0; i++)
        CHECK_EQ(sem_init(sem[i], 1, 0), 0);
    meet();
    one_waits(0);
    one_waits(1);
    tokens();
    in_turns();
    CHECK_EQ(sem_destroy(sem[me]), 0);
}
