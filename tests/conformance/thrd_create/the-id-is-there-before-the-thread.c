/* SPDX-License-Identifier: MIT */
/*
 * thrd_create stores the id before the thread runs; the id is the one that thrd_current returns
 * there.
 */
#include "test.h"

#include <threads.h>

static thrd_t id;

static int routine(void *arg)
{
    (void)arg;
    CHECK(thrd_equal(id, thrd_current()));
    return 0;
}

int main(void)
{
    for (int i = 0; i < 300; i++) {
        memset(&id, 0, sizeof id);
        CHECK_EQ(thrd_create(&id, routine, NULL), thrd_success);
        CHECK_EQ(thrd_join(id, NULL), thrd_success);
    }
    return 0;
}
