/* SPDX-License-Identifier: MIT */
/*
 * pthread_create may be called by several threads at the same time, and so may pthread_join.
 */
#include "test.h"

static int ran;

static void *leaf(void *arg)
{
    ADD(&ran, 1);
    return arg;
}

static void *creator(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++) {
        pthread_t a = test_start(leaf, (void *)1), b = test_start(leaf, (void *)2);

        CHECK_EQ(test_finish(b), 2);
        CHECK_EQ(test_finish(a), 1);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[4];

    for (int i = 0; i < 4; i++)
        thread[i] = test_start(creator, NULL);
    for (int i = 0; i < 4; i++)
        test_finish(thread[i]);
    CHECK_EQ(LOAD(&ran), 400);
    return 0;
}
