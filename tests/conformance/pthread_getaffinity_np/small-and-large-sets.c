/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for a set that is too small for the kernel's; the rest of a larger one is cleared.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL), both[2] = {thread, pthread_self()};
    unsigned char large[4096];
    cpu_set_t set;

    gate_wait(&up);
    for (int i = 0; i < 2; i++) {
        CHECK_EQ(pthread_getaffinity_np(both[i], 0, &set), EINVAL);
        CHECK_EQ(pthread_getaffinity_np(both[i], 1, &set), EINVAL);
        memset(&set, 0xa5, sizeof set);
        memset(large, 0xa5, sizeof large);
        CHECK_EQ(pthread_getaffinity_np(both[i], sizeof set, &set), 0);
        CHECK_EQ(pthread_getaffinity_np(both[i], sizeof large, (cpu_set_t *)(void *)large), 0);
        CHECK(CPU_COUNT(&set) > 0);
        CHECK_EQ(memcmp(large, &set, sizeof set), 0);
        for (size_t k = sizeof set; k < sizeof large; k++)
            CHECK_EQ(large[k], 0);
    }
    gate_open(&go);
    test_finish(thread);
    return 0;
}
