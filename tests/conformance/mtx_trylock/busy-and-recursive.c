/* SPDX-License-Identifier: MIT */
/*
 * thrd_busy if another thread has the mutex; the owner of a recursive one gets it again.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;

static int other(void *arg)
{
    CHECK_EQ(mtx_trylock(&mutex), arg ? thrd_success : thrd_busy);
    if (arg)
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}

static void in_another_thread(void *arg)
{
    thrd_t thread;

    CHECK_EQ(thrd_create(&thread, other, arg), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
}

int main(void)
{
    enum { DEEP = 100 };

    CHECK_EQ(mtx_init(&mutex, mtx_plain | mtx_recursive), thrd_success);
    for (int i = 0; i < DEEP; i++)
        CHECK_EQ(mtx_trylock(&mutex), thrd_success);
    for (int i = 0; i < DEEP; i++) {
        in_another_thread(NULL);
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    }
    in_another_thread(&mutex);
    mtx_destroy(&mutex);
    return 0;
}
