/* SPDX-License-Identifier: MIT */
/*
 * cnd_signal unblocks one of the threads that are blocked; each gets its turn.
 */
#include "test.h"

#include <threads.h>

enum { N = 4 };
static mtx_t mutex;
static cnd_t cond;
static int waiting, tokens, gone;

static int waiter(void *arg)
{
    (void)arg;
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    waiting++;
    while (tokens == 0)
        CHECK_EQ(cnd_wait(&cond, &mutex), thrd_success);
    tokens--;
    gone++;
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

static int locked(const int *what)
{
    int value;

    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    value = *what;
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return value;
}

int main(void)
{
    thrd_t thread[N];

    CHECK_EQ(mtx_init(&mutex, mtx_plain), thrd_success);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_create(&thread[i], waiter, NULL), thrd_success);
    WAIT_UNTIL(locked(&waiting) == N);
    for (int i = 1; i <= N; i++) {
        CHECK_EQ(mtx_lock(&mutex), thrd_success);
        tokens++;
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        CHECK_EQ(cnd_signal(&cond), thrd_success);
        WAIT_UNTIL(locked(&gone) == i);
    }
    for (int i = 0; i < N; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    cnd_destroy(&cond);
    mtx_destroy(&mutex);
    return 0;
}
