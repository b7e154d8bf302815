/* SPDX-License-Identifier: MIT */
/*
 * Keys created by several threads at the same time are different.
 */
#include "test.h"

enum { THREADS = 4, EACH = 20 };
static pthread_key_t key[THREADS * EACH];
static struct gate go;

static void *routine(void *arg)
{
    pthread_key_t *mine = arg;

    gate_wait(&go);
    for (int i = 0; i < EACH; i++)
        CHECK_EQ(pthread_key_create(&mine[i], NULL), 0);
    for (int i = 0; i < EACH; i++)
        CHECK_EQ(pthread_setspecific(mine[i], &mine[i]), 0);
    for (int i = 0; i < EACH; i++)
        CHECK_EQ(pthread_getspecific(mine[i]), &mine[i]);
    return NULL;
}

int main(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, &key[i * EACH]);
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    for (int i = 0; i < THREADS * EACH; i++)
        for (int j = 0; j < i; j++)
            CHECK(key[i] != key[j]);
    return 0;
}
