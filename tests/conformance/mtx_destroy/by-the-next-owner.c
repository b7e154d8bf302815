/* SPDX-License-Identifier: MIT */
/*
 * A thread that got the mutex from another may destroy it and free its memory, while the other is
 * still in mtx_unlock.
 */
#include "test.h"

#include <threads.h>

enum { N = 2000 };
static mtx_t *current;

static int helper(void *arg)
{
    for (int i = 0; i < N; i++) {
        mtx_t *mutex;

        WAIT_UNTIL((mutex = LOAD(&current)) != NULL);
        CHECK_EQ(mtx_lock(mutex), thrd_success);
        STORE(&current, NULL);
        CHECK_EQ(mtx_unlock(mutex), thrd_success);
    }
    (void)arg;
    return 0;
}

int main(void)
{
    thrd_t thread;

    CHECK_EQ(thrd_create(&thread, helper, NULL), thrd_success);
    for (int i = 0; i < N; i++) {
        mtx_t *mutex = TEST_MAP(TEST_PAGE);

        CHECK_EQ(mtx_init(mutex, i % 2 ? mtx_plain : mtx_plain | mtx_recursive), thrd_success);
        STORE(&current, mutex);
        WAIT_UNTIL(LOAD(&current) == NULL);
        CHECK_EQ(mtx_lock(mutex), thrd_success);
        CHECK_EQ(mtx_unlock(mutex), thrd_success);
        mtx_destroy(mutex);
        test_unmap(mutex, TEST_PAGE);
    }
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
    return 0;
}
