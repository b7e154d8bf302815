/* SPDX-License-Identifier: MIT */
/*
 * With 32 MB of thread-local data each thread costs its own, and not that of many: one thread after
 * another can be made with address space for a few, and where all memory is locked as soon as it is
 * mapped, no more of it is resident. Stacks of default size do not grow with it: seven threads at once
 * find room for both.
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

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

static pthread_barrier_t all_there;

static void *use_together(void *arg)
{
    void *error = use(arg);
    pthread_barrier_wait(&all_there);
    return error;
}

/* Threads of default size that are there at the same time. Their thread-local data and stacks of the
   limit fit into the address space that there is; stacks as large as the data would not. */
static int make_some_at_once(void)
{
    enum { SOME = 7 };
    pthread_t threads[SOME];
    void *error;

    pthread_barrier_init(&all_there, NULL, SOME);
    for (int i = 0; i < SOME; i++) {
        int err = pthread_create(&threads[i], NULL, use_together, NULL);
        if (err) {
            fprintf(stderr, "thread %d of %d at once: error %d\n", i, SOME, err);
            return 0;
        }
    }
    for (int i = 0; i < SOME; i++) {
        pthread_join(threads[i], &error);
        if (error) {
            fprintf(stderr, "thread %d of %d at once: %s\n", i, SOME, (char *)error);
            return 0;
        }
    }
    return 1;
}

/* The default size of a stack is what the limit is when the program starts. */
static int start_with_usual_stack(char **argv)
{
    struct rlimit limit;
    getrlimit(RLIMIT_STACK, &limit);
    limit.rlim_cur = limit.rlim_max < 8 * MB ? limit.rlim_max : 8 * MB;
    setrlimit(RLIMIT_STACK, &limit);
    execl("/proc/self/exe", argv[0], "started", (char *)NULL);
    perror("execl");
    return 1;
}

int main(int argc, char **argv)
{
    if (argc == 1)
        return start_with_usual_stack(argv);
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
    return make_some_at_once() ? 0 : 1;
}
