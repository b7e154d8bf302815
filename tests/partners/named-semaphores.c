/* SPDX-License-Identifier: MIT */
/*
 * Two processes share named semaphores; run this program twice at once, maybe built for two
 * libraries, with a name that nobody else uses and "one" or "two". No token is lost between them.
 */
#include "shared.h"

enum { ROUNDS = 3000, THREADS = 3, TOKENS = 3000 };

static sem_t *there, *back, *pool, *taken, *stop;
static const char *base;
static char names[5][64];

static sem_t *open_one(int i, const char *tag)
{
    struct test_line line = {.used = 0};
    sem_t *sem;

    test_put(&line, "/");
    test_put(&line, base);
    test_put(&line, tag);
    CHECK(line.used < sizeof names[i]);
    memcpy(names[i], line.text, line.used);
    sem = sem_open(names[i], O_CREAT, 0600, 0);
    CHECK(sem != SEM_FAILED);
    return sem;
}

static void ping_pong(int first)
{
    for (int i = 0; i < ROUNDS; i++) {
        if (first) {
            CHECK_EQ(sem_post(there), 0);
            CHECK_EQ(sem_wait(back), 0);
        } else {
            CHECK_EQ(sem_wait(there), 0);
            CHECK_EQ(sem_post(back), 0);
        }
    }
}

static void *taker(void *arg)
{
    for (int i = 0;; i++) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, i % 3);
        int got = i % 2 ? sem_timedwait(pool, &end) : sem_wait(pool);

        if (got != 0)
            CHECK_EQ(errno, ETIMEDOUT);
        else if (test_value(stop) > 0)
            return arg;
        else
            CHECK_EQ(sem_post(taken), 0);
    }
}

static void *poster(void *arg)
{
    for (int i = 0; i < TOKENS; i++) {
        CHECK_EQ(sem_post(pool), 0);
        if (i % 100 == 0)
            test_nap();
    }
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t takers[THREADS], post;
    int first;

    CHECK_EQ(argc, 3);
    base = argv[1];
    first = test_same(argv[2], "one");
    there = open_one(0, "-there");
    back = open_one(1, "-back");
    pool = open_one(2, "-pool");
    taken = open_one(3, "-taken");
    stop = open_one(4, "-stop");
    ping_pong(first);

    for (int i = 0; i < THREADS; i++)
        takers[i] = test_start(taker, NULL);
    post = test_start(poster, NULL);
    test_finish(post);
    if (first) {
        for (int i = 0; i < 2 * TOKENS; i++)
            CHECK_EQ(sem_wait(taken), 0);
        CHECK_EQ(test_value(pool), 0);
        CHECK_EQ(sem_post(stop), 0);
        for (int i = 0; i < 2 * THREADS; i++)
            CHECK_EQ(sem_post(pool), 0);
    }
    for (int i = 0; i < THREADS; i++)
        test_finish(takers[i]);
    ping_pong(!first);
    if (first) {
        CHECK_EQ(test_value(taken), 0);
        CHECK_EQ(test_value(pool), 0);
        for (int i = 0; i < 5; i++)
            CHECK_EQ(sem_unlink(names[i]), 0);
    }
    return 0;
}
