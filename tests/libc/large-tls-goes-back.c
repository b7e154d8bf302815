/* SPDX-License-Identifier: MIT */
/* Thread-local data that is large, and was written to by threads that have been joined, does not stay resident. */
#include "test.h"

#include <pthread.h>
#include <stdio.h>

enum { MB = 1 << 20, SIZE = 8 * MB, THREADS = 16, ALLOWED = 2 * SIZE };

static __thread char large[SIZE];
static struct gate up, go;

static void *fill(void *arg)
{
    memset(large, 1, sizeof large);
    gate_open(&up);
    gate_wait(&go);
    CHECK_EQ(large[SIZE / 2], 1);
    return arg;
}

/* What is resident of this process, in bytes. */
static size_t resident(void)
{
    char line[256];
    size_t kb = 0;
    FILE *status = fopen("/proc/self/status", "r");

    CHECK(status != NULL);
    while (fgets(line, sizeof line, status))
        if (!strncmp(line, "VmRSS:", 6))
            kb = strtoul(line + 6, NULL, 10);
    fclose(status);
    CHECK(kb != 0);
    return kb << 10;
}

int main(void)
{
    pthread_t thread[THREADS];
    size_t before = resident(), most, after;

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(fill, NULL);
    gate_wait_for(&up, THREADS);
    most = resident();
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    after = resident();
    CHECK(most > before + ALLOWED);
    if (after > before + ALLOWED) {
        fprintf(stderr, "of %zu MB, %zu stay\n", (most - before) / MB, (after - before) / MB);
        return 1;
    }
    return 0;
}
