/* SPDX-License-Identifier: MIT */
/*
 * cnd_wait and cnd_timedwait are cancellation points; the cleanup handlers run with the mutex held.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;
static cnd_t cond;
static pid_t tid;
static int cleaned;

static void clean(void *arg)
{
    (void)arg;
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    ADD(&cleaned, 1);
}

static void *waiter(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    pthread_cleanup_push(clean, NULL);
    STORE(&tid, test_gettid());
    for (;;) {
        if (arg != NULL)
            CHECK_EQ(cnd_timedwait(&cond, &mutex, &end), thrd_success);
        else
            CHECK_EQ(cnd_wait(&cond, &mutex), thrd_success);
    }
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void)
{
    /* Recursive: it knows its owner, and unlocking what is not locked is thrd_error. */
    CHECK_EQ(mtx_init(&mutex, mtx_timed | mtx_recursive), thrd_success);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    for (int i = 0; i < 2; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(waiter, i ? &cond : NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
        CHECK_EQ(LOAD(&cleaned), i + 1);
    }
    CHECK_EQ(mtx_trylock(&mutex), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}
