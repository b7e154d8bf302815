/* SPDX-License-Identifier: MIT */
/*
 * Each of the robust mutexes that a thread holds at its end gets its EOWNERDEAD, and none of those
 * that it had unlocked before, in whatever order: however the thread ends, joinable or detached.
 */
#include "mutexes.h"

enum { N = ROBUST_SORTS };
static pthread_mutex_t mutex[N];
static struct gate done;

static void *routine(void *arg)
{
    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_mutex_lock(&mutex[i]), 0);
    for (int i = 1; i < N; i += 3) /* some in the middle, */
        CHECK_EQ(pthread_mutex_unlock(&mutex[i]), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex[0]), 0); /* the first, the last */
    CHECK_EQ(pthread_mutex_unlock(&mutex[N - 1]), 0);
    gate_open(&done);
    if (arg != NULL)
        pthread_exit(arg);
    return arg;
}

static int was_unlocked(int i)
{
    return i % 3 == 1 || i == 0 || i == N - 1;
}

int main(void)
{
    for (int i = 0; i < N; i++)
        mutex_make(&mutex[i], robust_sort(i));
    for (int round = 0; round < 4; round++) {
        pthread_t thread = test_start(routine, round % 2 ? &done : NULL);

        if (round / 2) {
            CHECK_EQ(pthread_detach(thread), 0);
            gate_wait_for(&done, round + 1);
        } else {
            test_finish(thread);
        }
        for (int i = 0; i < N; i++) {
            /* A detached thread may still be about to end: this waits for it. */
            CHECK_EQ(pthread_mutex_lock(&mutex[i]), was_unlocked(i) ? 0 : EOWNERDEAD);
            if (!was_unlocked(i))
                CHECK_EQ(pthread_mutex_consistent(&mutex[i]), 0);
        }
        for (int i = 0; i < N; i++)
            CHECK_EQ(pthread_mutex_unlock(&mutex[i]), 0);
    }
    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_mutex_destroy(&mutex[i]), 0);
    return 0;
}
