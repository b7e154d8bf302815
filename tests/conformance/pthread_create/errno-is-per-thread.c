/* SPDX-License-Identifier: MIT */
/*
 * Each thread has its own errno: what one thread stores no other sees.
 */
#include "test.h"

enum { N = 8 };
static struct gate ready[N], go;
static int *place[N];

static void *routine(void *arg)
{
    int i = (int)(intptr_t)arg;

    place[i] = &errno;
    errno = 100 + i;
    gate_open(&ready[i]);
    gate_wait(&go);
    CHECK_EQ(errno, 100 + i);
    CHECK_EQ(place[i], &errno);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];

    errno = 7;
    for (int i = 0; i < N; i++) {
        thread[i] = test_start(routine, (void *)(intptr_t)i);
        gate_wait(&ready[i]);
        CHECK_EQ(errno, 7);
        CHECK(place[i] != &errno);
    }
    for (int i = 0; i < N; i++)
        for (int j = 0; j < i; j++)
            CHECK(place[i] != place[j]);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(errno, 7);
    return 0;
}
