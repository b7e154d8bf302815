/* SPDX-License-Identifier: MIT */
/*
 * thrd_current returns the ID that thrd_create stored; it is the POSIX thread's as well.
 */
#include "test.h"

#include <threads.h>

static thrd_t self[10];

static int routine(void *arg)
{
    thrd_t *slot = arg;

    *slot = thrd_current();
    CHECK(thrd_equal(*slot, thrd_current()) != 0);
    CHECK(pthread_equal((pthread_t)*slot, pthread_self()) != 0);
    return 0;
}

int main(void)
{
    thrd_t thread[10], me = thrd_current();

    for (int i = 0; i < 10; i++)
        CHECK_EQ(thrd_create(&thread[i], routine, &self[i]), thrd_success);
    for (int i = 0; i < 10; i++) {
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
        CHECK(thrd_equal(thread[i], self[i]) != 0);
        CHECK_EQ(thrd_equal(self[i], me), 0);
    }
    CHECK(thrd_equal(me, thrd_current()) != 0);
    return 0;
}
