/* SPDX-License-Identifier: MIT */
/*
 * cnd_broadcast unblocks all threads that wait at the time; without any it does nothing.
 */
#include "waiter.h"

#include <threads.h>

enum { N = 5 };
static cnd_t cond;
static mtx_t mutex;
static int go;

static int wait_for_go(void *arg)
{
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    while (!go)
        CHECK_EQ(cnd_wait(&cond, &mutex), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return arg != NULL;
}

int main(void)
{
    struct waiter waiter[N];

    CHECK_EQ(cnd_init(&cond), thrd_success);
    CHECK_EQ(mtx_init(&mutex, mtx_plain), thrd_success);
    CHECK_EQ(cnd_broadcast(&cond), thrd_success);
    for (int i = 0; i < N; i++)
        waiter_block(&waiter[i], wait_for_go, NULL);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    go = 1;
    CHECK_EQ(cnd_broadcast(&cond), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    for (int i = 0; i < N; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    cnd_destroy(&cond);
    mtx_destroy(&mutex);
    return 0;
}
