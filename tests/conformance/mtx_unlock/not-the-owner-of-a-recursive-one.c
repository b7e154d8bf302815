/* SPDX-License-Identifier: MIT */
/*
 * thrd_error when a thread unlocks a recursive mutex that it does not have; nothing changes.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;

static int other(void *arg)
{
    (void)arg;
    CHECK_EQ(mtx_unlock(&mutex), thrd_error);
    CHECK_EQ(mtx_trylock(&mutex), thrd_busy);
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(mtx_init(&mutex, mtx_plain | mtx_recursive), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_error);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    CHECK_EQ(thrd_create(&thread, other, NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_error);
    mtx_destroy(&mutex);
    return 0;
}
