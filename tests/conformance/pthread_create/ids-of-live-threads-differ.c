/* SPDX-License-Identifier: MIT */
/*
 * pthread_create shall store the ID of the new thread in *thread: every live thread has its own.
 */
#include "test.h"

enum { N = 40 };
static struct gate go;

static void *routine(void *arg)
{
    (void)arg;
    gate_wait(&go);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, NULL);
    for (int i = 0; i < N; i++) {
        CHECK(!pthread_equal(thread[i], pthread_self()));
        for (int j = 0; j < i; j++)
            CHECK(!pthread_equal(thread[i], thread[j]));
    }
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    return 0;
}
