/* SPDX-License-Identifier: MIT */
/*
 * With 32 MB of thread-local data each thread costs its own, and not that of many: one thread after
 * another can be made with address space for a few, and where all memory is locked as soon as it is
 * mapped, no more of it is resident.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#define MB   ((size_t)1 << 20)
#define SIZE (32 * MB)

static __thread char large[SIZE];

static void *use(void *arg)
{
    if (large[0] || large[SIZE / 2] || large[SIZE - 1])
        return "not zero";
    large[0] = large[SIZE / 2] = large[SIZE - 1] = 1;
    return arg;
}

/* What is resident of this process, in MB. */
static size_t resident(void)
{
    static char line[256];
    size_t kb = 0;
    FILE *status = fopen("/proc/self/status", "r");

    while (status && fgets(line, sizeof line, status))
        if (!strncmp(line, "VmRSS:", 6))
            kb = strtoul(line + 6, NULL, 10);
    if (status)
        fclose(status);
    return kb >> 10;
}

/* False: something is wrong, and it was said. */
static int make_one(int i)
{
    pthread_t thread;
    pthread_attr_t attr;
    void *error;

    /* plain glibc puts thread-local data on the stack */
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, SIZE + 2 * MB);
    int err = pthread_create(&thread, &attr, use, NULL);
    if (err) {
        fprintf(stderr, "thread %d: error %d\n", i, err);
        return 0;
    }
    pthread_join(thread, &error);
    if (error) {
        fprintf(stderr, "thread %d: thread-local data %s\n", i, (char *)error);
        return 0;
    }
    return 1;
}

static int make_some_locked(void)
{
    if (mlockall(MCL_CURRENT | MCL_FUTURE) != 0)
        return 1; /* not allowed here, or not so much */
    size_t before = resident();
    for (int i = 0; i < 4; i++)
        if (!make_one(i))
            return 0;
    /* Two sets and stacks, one of which is kept for the next thread: that of many were 1 GB. */
    size_t more = resident() - before;
    if (resident() > before && more > 4 * SIZE / MB) {
        fprintf(stderr, "%zu MB are resident after 4 threads\n", more);
        return 0;
    }
    return munlockall() == 0;
}

int main(void)
{
    if (!make_some_locked())
        return 1;
    struct rlimit limit = {8 * SIZE + 256 * MB, 8 * SIZE + 256 * MB};
    if (setrlimit(RLIMIT_AS, &limit) != 0) {
        perror("setrlimit");
        return 1;
    }
    for (int i = 0; i < 4; i++)
        if (!make_one(i))
            return 1;
    return 0;
}
