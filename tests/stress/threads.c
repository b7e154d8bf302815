/* SPDX-License-Identifier: MIT */
/*
 * Threads that come and go by the thousand, created from several threads at once under a limit of
 * memory: joined, joined with a time, tried, detached before, at and after their end, cancelled,
 * and signalled meanwhile. Every thread runs once, every result comes to its joiner, and what they
 * used is given back.
 */
#include "stress.h"

enum { CREATORS = 4, BATCH = 8, MEMORY_KB = 256 * 1024 };

static long created, ended;

static void count_end(void *arg)
{
    (void)arg;
    ADD(&ended, 1);
}

static void *body(void *arg)
{
    unsigned seed = (unsigned)(uintptr_t)arg | 1;

    pthread_cleanup_push(count_end, NULL);
    for (unsigned i = stress_random(&seed, 2000); i > 0; i--)
        LAUNDER(i);
    if (stress_random(&seed, 4) == 0)
        pthread_exit(arg);
    pthread_cleanup_pop(1);
    return arg;
}

static pthread_attr_t detached, small;

/* Create may have nothing left: then others are ending. */
static int create(pthread_t *thread, unsigned *seed)
{
    const pthread_attr_t *attr = stress_random(seed, 3) ? NULL : &small;
    int err = pthread_create(thread, attr, body, (void *)(uintptr_t)(*seed | 1));

    CHECK(err == 0 || err == EAGAIN);
    if (!err)
        ADD(&created, 1);
    return err;
}

static void end_one(pthread_t thread, unsigned arg, unsigned *seed)
{
    void *value = NULL;
    int err = 0;

    switch (stress_random(seed, 7)) {
    case 0:
        CHECK_EQ(pthread_detach(thread), 0);
        return;
    case 1:
        while ((err = pthread_tryjoin_np(thread, &value)) == EBUSY)
            TEST_SYS0(sched_yield);
        break;
    case 2:
        do {
            struct timespec soon = stress_soon(seed, 50);

            err = pthread_timedjoin_np(thread, &value, &soon);
        } while (err == ETIMEDOUT);
        break;
    case 3: {
        struct timespec soon = stress_soon(seed, 20);

        err = pthread_timedjoin_np(thread, &value, &soon);
        if (err == ETIMEDOUT) {
            CHECK_EQ(pthread_detach(thread), 0);
            return;
        }
        break;
    }
    case 4:
        pthread_kill(thread, 0);
        err = pthread_join(thread, &value);
        break;
    default:
        err = pthread_join(thread, &value);
    }
    CHECK_EQ(err, 0);
    CHECK_EQ((uintptr_t)value, arg);
}

static void storm(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        pthread_t threads[BATCH], alone;
        unsigned args[BATCH];
        int n = 0;

        for (int i = 0; i < BATCH; i++) {
            unsigned arg;
            int err = create(&threads[n], &seed);

            arg = seed | 1;
            if (!err)
                args[n++] = arg;
        }
        if (pthread_create(&alone, &detached, body, (void *)1) == 0)
            ADD(&created, 1);
        for (int i = 0; i < n; i++)
            end_one(threads[i], args[i], &seed);
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    CHECK_EQ(pthread_attr_init(&detached), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_attr_init(&small), 0);
    CHECK_EQ(pthread_attr_setstacksize(&small, 64 * 1024), 0);
    test_rlimit_set(TEST_RLIMIT_AS, 1024UL * MEMORY_KB);
    stress_run(storm, CREATORS);
    WAIT_UNTIL(LOAD(&ended) == LOAD(&created));
    /* Nothing is left but this thread. */
    WAIT_UNTIL(test_status("Threads:") == 1);
    CHECK(test_status("VmRSS:") < 64 * 1024);
    return 0;
}
