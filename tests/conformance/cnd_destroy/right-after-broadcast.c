/* SPDX-License-Identifier: MIT */
/*
 * cnd_destroy is safe as soon as all threads have been unblocked; they may yet have to return.
 */
#include "test.h"

#include <threads.h>

enum { N = 3, ROUNDS = 300 };
struct object {
    cnd_t cond;
    int waiting, ready;
};
static mtx_t outer;

static int waiter(void *arg)
{
    struct object *o = arg;

    CHECK_EQ(mtx_lock(&outer), thrd_success);
    o->waiting++;
    while (!o->ready)
        CHECK_EQ(cnd_wait(&o->cond, &outer), thrd_success);
    CHECK_EQ(mtx_unlock(&outer), thrd_success);
    return 0;
}

int main(void)
{
    CHECK_EQ(mtx_init(&outer, mtx_plain), thrd_success);
    for (int r = 0; r < ROUNDS; r++) {
        struct object *o = TEST_MAP(TEST_PAGE);
        thrd_t thread[N];
        int seen;

        CHECK_EQ(cnd_init(&o->cond), thrd_success);
        for (int i = 0; i < N; i++)
            CHECK_EQ(thrd_create(&thread[i], waiter, o), thrd_success);
        WAIT_UNTIL((mtx_lock(&outer), seen = o->waiting, mtx_unlock(&outer), seen == N));
        CHECK_EQ(mtx_lock(&outer), thrd_success);
        o->ready = 1;
        CHECK_EQ(cnd_broadcast(&o->cond), thrd_success);
        CHECK_EQ(mtx_unlock(&outer), thrd_success);
        cnd_destroy(&o->cond);
        memset(&o->cond, 0x5a, sizeof o->cond);
        for (int i = 0; i < N; i++)
            CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
        test_unmap(o, TEST_PAGE);
    }
    return 0;
}
