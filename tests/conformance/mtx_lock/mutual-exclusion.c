/* SPDX-License-Identifier: MIT */
/*
 * mtx_lock blocks until the mutex is locked: one thread at a time has it.
 */
#include "test.h"

#include <threads.h>

enum { N = 4, EACH = 20000 };
static mtx_t mutex;
static int count;

static int routine(void *arg)
{
    (void)arg;
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(mtx_lock(&mutex), thrd_success);
        count = LAUNDER(count) + 1;
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    }
    return 0;
}

int main(void)
{
    static const int types[] = {mtx_plain, mtx_timed, mtx_plain | mtx_recursive,
                                mtx_timed | mtx_recursive};

    for (int t = 0; t < 4; t++) {
        thrd_t thread[N];

        count = 0;
        CHECK_EQ(mtx_init(&mutex, types[t]), thrd_success);
        for (int i = 0; i < N; i++)
            CHECK_EQ(thrd_create(&thread[i], routine, NULL), thrd_success);
        for (int i = 0; i < N; i++)
            CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
        CHECK_EQ(count, N * EACH);
        mtx_destroy(&mutex);
    }
    return 0;
}
