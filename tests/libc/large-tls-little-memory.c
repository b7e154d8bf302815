/* SPDX-License-Identifier: MIT */
/*
 * With 32 MB of thread-local data each thread costs its own, and not that of many: one thread after
 * another can be made with address space for a few.
 */
#include <pthread.h>
#include <stdio.h>
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

int main(void)
{
    /* plain glibc puts thread-local data on the stack */
    pthread_attr_t attr;
    pthread_attr_init(&attr);
    pthread_attr_setstacksize(&attr, SIZE + 2 * MB);

    struct rlimit limit = {8 * SIZE + 256 * MB, 8 * SIZE + 256 * MB};
    if (setrlimit(RLIMIT_AS, &limit) != 0) {
        perror("setrlimit");
        return 1;
    }
    for (int i = 0; i < 4; i++) {
        pthread_t thread;
        void *error;
        int err = pthread_create(&thread, &attr, use, NULL);
        if (err) {
            fprintf(stderr, "thread %d: error %d\n", i, err);
            return 1;
        }
        pthread_join(thread, &error);
        if (error) {
            fprintf(stderr, "thread %d: thread-local data %s\n", i, (char *)error);
            return 1;
        }
    }
    return 0;
}
