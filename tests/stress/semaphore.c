/* SPDX-License-Identifier: MIT */
/*
 * Semaphores: every post lets one through, whatever becomes of others that wait: their time comes,
 * they are cancelled. And who has been let through unmaps the semaphore at once, while sem_post
 * may still be on its way.
 */
#include <semaphore.h>

#include "stress.h"

enum { THREADS = 6, POSTERS = 2 };

static sem_t sem;
static long posts, waits;

static void *wait_once(void *arg)
{
    (void)arg;
    if (sem_wait(&sem) == 0)
        ADD(&waits, 1);
    return NULL;
}

static void tokens(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        struct timespec soon;

        if (me < POSTERS) {
            /* Never far ahead, so that waiters do sleep. */
            if (LOAD(&posts) - LOAD(&waits) < 3) {
                ADD(&posts, 1);
                CHECK_EQ(sem_post(&sem), 0);
            } else {
                TEST_SYS0(sched_yield);
            }
            continue;
        }
        switch (stress_random(&seed, 3)) {
        case 0:
            soon = stress_soon(&seed, 60);
            if (sem_timedwait(&sem, &soon) == 0)
                ADD(&waits, 1);
            else
                CHECK(errno == ETIMEDOUT || errno == EINTR);
            break;
        case 1:
            if (me == THREADS - 1) {
                pthread_t thread = test_start(wait_once, NULL);

                for (unsigned i = stress_random(&seed, 300); i > 0; i--)
                    LAUNDER(i);
                pthread_cancel(thread);
                test_finish(thread);
                break;
            }
            /* fall through */
        default:
            if (sem_wait(&sem) == 0)
                ADD(&waits, 1);
        }
    }
    /* Lets out those that still wait. */
    for (int i = 0; me < POSTERS && i < THREADS; i++) {
        ADD(&posts, 1);
        CHECK_EQ(sem_post(&sem), 0);
    }
}

/* Threads 0 and 1 wait for ever; 2 gives up at any moment and posts again what it got; 3 posts
 * twice. So 0 and 1 get through, and nobody helps them by posting more. */
static int waiting, out;

static void reset(void)
{
    waiting = out = 0;
}

static void *take(void *arg)
{
    ADD(&waiting, 1);
    CHECK_EQ(sem_wait(&sem), 0);
    return arg;
}

/* All wait, or nearly; some time from now. */
static void when_all_wait(unsigned *seed)
{
    WAIT_UNTIL(LOAD(&waiting) == 3);
    for (unsigned i = stress_random(seed, 30000); i > 0; i--)
        LAUNDER(i);
}

/* Whether it got through after all. */
static int take_or_give_up(unsigned *seed)
{
    if (stress_random(seed, 2)) {
        struct timespec soon = stress_soon(seed, 60);

        ADD(&waiting, 1);
        return sem_timedwait(&sem, &soon) == 0;
    }
    pthread_t thread = test_start(take, NULL);

    when_all_wait(seed);
    CHECK_EQ(pthread_cancel(thread), 0);
    return test_finish(thread) != PTHREAD_CANCELED;
}

static void wait_and_give_up(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_meet(4, reset)) {
        if (me < 2) {
            take(NULL);
            ADD(&out, 1);
        } else if (me == 2) {
            if (take_or_give_up(&seed))
                CHECK_EQ(sem_post(&sem), 0);
        } else {
            when_all_wait(&seed);
            CHECK_EQ(sem_post(&sem), 0);
            CHECK_EQ(sem_post(&sem), 0);
            WAIT_UNTIL(LOAD(&out) == 2);
        }
    }
}

/* Pairs: one waits and unmaps, one posts. Two waiters, so that a wake meant for one may be needed
 * by the other. */
static sem_t *mapped;
static int left;

static void make(void)
{
    mapped = test_map(TEST_PAGE);
    CHECK_EQ(sem_init(mapped, 0, 0), 0);
    left = 2;
}

static void unmap(int me)
{
    while (stress_meet(4, make)) {
        sem_t *s = mapped;

        if (me < 2) {
            CHECK_EQ(sem_post(s), 0);
        } else {
            while (sem_wait(s) != 0)
                CHECK_EQ(errno, EINTR);
            if (ADD(&left, -1) == 0)
                test_unmap(s, TEST_PAGE);
        }
    }
}

int main(int argc, char **argv)
{
    long long from = test_now_ns(CLOCK_MONOTONIC), third;
    int value = -1;

    stress_begin(argc, argv);
    third = (stress_end - from) / 3;
    stress_end = from + third;
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    stress_run(tokens, THREADS);
    CHECK_EQ(sem_getvalue(&sem, &value), 0);
    CHECK_EQ(posts, waits + value);

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    stress_end += third;
    stress_run(wait_and_give_up, 4);
    stress_end += third;
    stress_run(unmap, 4);
    return 0;
}
