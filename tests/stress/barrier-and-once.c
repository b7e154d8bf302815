/* SPDX-License-Identifier: MIT */
/*
 * Barriers: nobody is a round ahead, and the thread that is told to destroys the barrier, and
 * unmaps it, as soon as it is back, while others are on their way out. Once: the routine runs one
 * time, and nobody comes back before it is over.
 */
#include "stress.h"

enum { THREADS = 3, ROUNDS = 5 };

static struct object {
    pthread_barrier_t barrier;
    pthread_once_t once;
} * object;
static int data[THREADS], runs;

static void make(void)
{
    static const pthread_once_t once = PTHREAD_ONCE_INIT;

    object = test_map(TEST_PAGE);
    CHECK_EQ(pthread_barrier_init(&object->barrier, NULL, THREADS), 0);
    object->once = once;
    runs = 0;
    for (int i = 0; i < THREADS; i++)
        data[i] = 0;
}

static void routine(void)
{
    for (int i = stress_round % 8; i > 0; i--)
        TEST_SYS0(sched_yield);
    runs++; /* not atomic: once makes it so */
}

static void meet(int me)
{
    while (stress_meet(THREADS, make)) {
        struct object *o = object;
        int err = 0;

        CHECK_EQ(pthread_once(&o->once, routine), 0);
        CHECK_EQ(runs, 1);
        for (int round = 1; round <= ROUNDS; round++) {
            data[me] = round; /* not atomic: the barrier makes it so */
            err = pthread_barrier_wait(&o->barrier);
            CHECK(err == 0 || err == PTHREAD_BARRIER_SERIAL_THREAD);
            for (int i = 0; i < THREADS; i++)
                CHECK_EQ(data[i], round);
            if (round == ROUNDS)
                break;
            err = pthread_barrier_wait(&o->barrier);
            CHECK(err == 0 || err == PTHREAD_BARRIER_SERIAL_THREAD);
        }
        if (err == PTHREAD_BARRIER_SERIAL_THREAD) {
            CHECK_EQ(pthread_barrier_destroy(&o->barrier), 0);
            test_unmap(o, TEST_PAGE);
        }
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    stress_run(meet, THREADS);
    return 0;
}
