/* SPDX-License-Identifier: MIT */
/*
 * thrd_error from cnd_wait if the mutex can tell that the caller does not have it.
 */
#include "test.h"

#include <threads.h>

int main(void)
{
    mtx_t mutex;
    cnd_t cond;

    CHECK_EQ(mtx_init(&mutex, mtx_plain | mtx_recursive), thrd_success);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    CHECK_EQ(cnd_wait(&cond, &mutex), thrd_error);
    CHECK_EQ(mtx_trylock(&mutex), thrd_success);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    return 0;
}
