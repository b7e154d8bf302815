/* SPDX-License-Identifier: MIT */
/*
 * Thread-local variables have the alignment they ask for, in main and in every thread: 4096.
 */
#include "test.h"

static _Alignas(4096) _Thread_local char a[64] = {1};
static _Thread_local char odd = 2;
static _Alignas(4096) _Thread_local char b[5000];

static void *routine(void *arg)
{
    (void)arg;
    CHECK_EQ(LAUNDER((uintptr_t)a) % 4096, 0);
    CHECK_EQ(LAUNDER((uintptr_t)b) % 4096, 0);
    CHECK_EQ(a[0], 1);
    CHECK_EQ(b[4999], 0);
    CHECK_EQ(odd, 2);
    a[0] = b[4999] = odd = 5;
    return NULL;
}

int main(void)
{
    routine(NULL);
    for (int i = 0; i < 20; i++) {
        pthread_t one = test_start(routine, NULL), two = test_start(routine, NULL);

        test_finish(one);
        test_finish(two);
    }
    return 0;
}
