/* SPDX-License-Identifier: MIT */
/*
 * Thread-local data with an alignment greater than a page, ALIGNMENT: each thread finds its own
 * aligned and as the program initialised it, wherever the kernel puts the memory; also where memory
 * of former threads is used again, and in the child of a fork. Started again many times: addresses
 * differ from start to start.
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define STARTS  20
#define ROUNDS  3
#define THREADS 4

static __thread _Alignas(ALIGNMENT) char aligned[40] = {1};
static __thread char zero[5000]; /* of no round size */
static __thread _Alignas(64) short small = -3;

static void *look(void *arg)
{
    (void)arg;
    if ((uintptr_t)aligned % ALIGNMENT || (uintptr_t)&small % 64)
        return "misaligned";
    if (aligned[0] != 1 || aligned[39] || zero[0] || zero[4999] || small != -3)
        return "not as initialised";
    aligned[0] = aligned[39] = zero[0] = zero[4999] = 9;
    small = 9;
    return NULL;
}

static int look_in_threads(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        pthread_t threads[THREADS];
        for (int i = 0; i < THREADS; i++) {
            int err = pthread_create(&threads[i], NULL, look, NULL);
            if (err) {
                fprintf(stderr, "pthread_create: error %d\n", err);
                return 1;
            }
        }
        for (int i = 0; i < THREADS; i++) {
            void *error;
            pthread_join(threads[i], &error);
            if (error) {
                fprintf(stderr, "%s\n", (char *)error);
                return 1;
            }
        }
    }
    return 0;
}

static int status_of(pid_t child)
{
    int status;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 1;
    return status != 0;
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        if (look_in_threads())
            return 1;
        pid_t child = fork();
        if (child == 0)
            _exit(look_in_threads());
        return status_of(child);
    }
    for (int i = 0; i < STARTS; i++) {
        pid_t child = fork();
        if (child == 0) {
            execl("/proc/self/exe", argv[0], "once", (char *)NULL);
            _exit(1);
        }
        if (status_of(child)) {
            fprintf(stderr, "wrong in start %d\n", i);
            return 1;
        }
    }
    return 0;
}
