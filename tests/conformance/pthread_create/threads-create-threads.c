/* SPDX-License-Identifier: MIT */
/*
 * Any thread can create threads, and anyone may join them; a creator may end before its threads.
 */
#include "test.h"

static pthread_t grandchild[4];
static struct gate go;

static void *leaf(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void *creator(void *arg)
{
    int i = (int)(intptr_t)arg;

    CHECK_EQ(pthread_create(&grandchild[i], NULL, leaf, (void *)(intptr_t)(i + 10)), 0);
    return NULL;
}

int main(void)
{
    for (int i = 0; i < 4; i++)
        test_finish(test_start(creator, (void *)(intptr_t)i));
    gate_open(&go);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(test_finish(grandchild[i]), i + 10);
    return 0;
}
