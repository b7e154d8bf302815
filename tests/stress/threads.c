/* SPDX-License-Identifier: MIT */
/*
 * Threads that come and go by the thousand, created from several threads at once under a limit of
 * memory: joined, joined with a time, tried, detached before, at and after their end, cancelled,
 * and signalled meanwhile. Every thread runs once, every result comes to its joiner, and what they
 * used is given back.
 */
#include "stress.h"

#ifdef __GLIBC__
#    include <malloc.h>
#endif

enum { CREATORS = 4, BATCH = 8, MEMORY_KB = 256 * 1024 };

static long created, ended;

struct task {
    unsigned seed;
    int over;
};

static void count_end(void *arg)
{
    if (arg)
        STORE(&((struct task *)arg)->over, 1);
    ADD(&ended, 1);
}

/* A function of its own: on glibc, cleanup handlers come with a setjmp, around which variables are
   not kept. The task of a detached thread is NULL. */
static __attribute__((noinline)) void run(struct task *task)
{
    unsigned seed = task ? task->seed : 1;

    for (unsigned i = stress_random(&seed, 2000); i > 0; i--)
        LAUNDER(i);
    if (stress_random(&seed, 4) == 0)
        pthread_exit(task);
}

static void *body(void *arg)
{
    pthread_cleanup_push(count_end, arg);
    run(arg);
    pthread_cleanup_pop(1);
    return arg;
}

static pthread_attr_t detached, small;

/* Create may have nothing left: then others are ending. */
static int create(pthread_t *thread, const pthread_attr_t *attr, struct task *task)
{
    int err = pthread_create(thread, attr, body, task);

    CHECK(err == 0 || err == EAGAIN);
    if (!err)
        ADD(&created, 1);
    return err;
}

/* The thread is over, but for its last steps: a little later is a good moment to disturb it. */
static void wait_until_over(const struct task *task, unsigned *seed)
{
    WAIT_UNTIL(LOAD(&task->over));
    for (unsigned i = stress_random(seed, 1500); i > 0; i--)
        LAUNDER(i);
}

static void end_one(pthread_t thread, struct task *task, unsigned *seed)
{
    void *value = NULL;
    int err = 0;

    switch (stress_random(seed, 7)) {
    case 0:
        wait_until_over(task, seed);
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
            wait_until_over(task, seed);
            CHECK_EQ(pthread_detach(thread), 0);
            return;
        }
        break;
    }
    case 4:
        wait_until_over(task, seed);
        pthread_kill(thread, 0);
        err = pthread_join(thread, &value);
        break;
    default:
        err = pthread_join(thread, &value);
    }
    CHECK_EQ(err, 0);
    CHECK(value == task);
}

static void storm(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        pthread_t threads[BATCH], alone;
        struct task tasks[BATCH];
        int n = 0;

        for (int i = 0; i < BATCH; i++) {
            tasks[n] = (struct task){stress_random(&seed, 100000) + 1, 0};
            if (create(&threads[n], stress_random(&seed, 3) ? NULL : &small, &tasks[n]) == 0)
                n++;
        }
        create(&alone, &detached, NULL);
        for (int i = 0; i < n; i++)
            end_one(threads[i], &tasks[i], &seed);
    }
}

int main(int argc, char **argv)
{
    pthread_t threads[BATCH];
    struct task tasks[BATCH];

    stress_begin(argc, argv);
    CHECK_EQ(pthread_attr_init(&detached), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_attr_init(&small), 0);
    CHECK_EQ(pthread_attr_setstacksize(&small, 64 * 1024), 0);
#ifdef __GLIBC__
    /* Else its malloc takes 64 MiB of addresses for each of some threads, for good. */
    CHECK_EQ(mallopt(M_ARENA_MAX, 1), 1);
#endif
    test_rlimit_set(TEST_RLIMIT_AS, 1024UL * MEMORY_KB);
    stress_run(storm, CREATORS);
    WAIT_UNTIL(LOAD(&ended) == LOAD(&created));
    /* Nothing is left but this thread, and there is room for as many as at first. */
    WAIT_UNTIL(test_status("Threads:") == 1);
    CHECK(test_status("VmRSS:") < 64 * 1024);
    for (int i = 0; i < BATCH; i++) {
        tasks[i] = (struct task){1, 0};
        CHECK_EQ(create(&threads[i], NULL, &tasks[i]), 0);
    }
    for (int i = 0; i < BATCH; i++)
        test_finish(threads[i]);
    return 0;
}
