/* SPDX-License-Identifier: MIT */
/*
 * EBUSY if the mutex is referenced by a pthread_cond_wait or pthread_cond_timedwait of another
 * thread (POSIX: should be detected), although nobody has it locked; after the wait it can be
 * destroyed. Robust mutexes, whose waiters may vanish, are not asked.
 */
#include "mutexes.h"

static pthread_mutex_t mutex;
static pthread_cond_t cond;
static int done, timed;

static void unlock(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static int wait_for_done(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cleanup_push(unlock, arg);
    while (!done)
        CHECK_EQ(timed ? pthread_cond_timedwait(&cond, &mutex, &end)
                       : pthread_cond_wait(&cond, &mutex),
                 0);
    pthread_cleanup_pop(1);
    return 0;
}

/* cancels: that is how the first one's wait ends. */
static void check(struct mutex_sort sort, int cancels)
{
    struct waiter w[2];

    mutex_make(&mutex, sort);
    CHECK_EQ(pthread_cond_init(&cond, NULL), 0);
    done = 0;
    for (int i = 0; i < 2; i++)
        waiter_block(&w[i], wait_for_done, NULL);
    CHECK_EQ(pthread_mutex_destroy(&mutex), EBUSY);
    if (cancels) {
        CHECK_EQ(pthread_cancel(w[0].thread), 0);
        CHECK(test_finish(w[0].thread) == PTHREAD_CANCELED);
        CHECK_EQ(pthread_mutex_destroy(&mutex), EBUSY);
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    done = 1;
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    for (int i = cancels; i < 2; i++)
        CHECK_EQ(waiter_result(&w[i]), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        timed = i % 2;
        if (mutex_sort(i).robust == PTHREAD_MUTEX_STALLED)
            check(mutex_sort(i), i % 3 == 0);
    }
    return 0;
}
