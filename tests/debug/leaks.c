/* SPDX-License-Identifier: MIT */
/*
 * Memory to which only pthin holds pointers is no leak: values of keys, low and high, of main and
 * of a thread that lives; the argument of that thread and of its cleanup handler; the result of a
 * thread that has ended and can still be joined; built with pthin's own interface (WITH_AT_EXIT),
 * the arguments of functions for a thread's end.
 *
 * With an argument, memory that nobody can find any more: what LOST joined and as many detached
 * threads returned, blocks of 100 bytes.
 */
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef WITH_AT_EXIT
#    include <pthin/thread.h>
#endif

#define KEYS    100
#define AT_EXIT 300
#define LOST    10

static pthread_key_t keys[KEYS];
static sem_t ready;
static _Atomic pid_t giver;

/* No pointer to the block is left in the caller. */
static __attribute__((noinline)) void set_values(size_t size)
{
    for (int i = 0; i < KEYS; i++)
        pthread_setspecific(keys[i], malloc(size + (size_t)i));
#ifdef WITH_AT_EXIT
    for (size_t i = 0; i < AT_EXIT; i++)
        pthin_thread_at_exit(free, malloc(1000 + i));
#endif
}

static void *live(void *arg)
{
    /* Under LeakSanitizer pthin has its argument, and the program's is known to it alone. */
    void *volatile mine = arg;
    pthread_cleanup_push(free, malloc(2000));
    set_values(100);
    sem_post(&ready);
    for (;;)
        pause();
    (void)mine;
    pthread_cleanup_pop(0);
    return NULL;
}

static void *give(void *arg)
{
    giver = gettid();
    sem_post(&ready);
    return malloc((uintptr_t)arg);
}

/* The thread that runs give has ended; not by a join. */
static void wait_for_giver(void)
{
    char task[64];
    sem_wait(&ready);
    snprintf(task, sizeof task, "/proc/self/task/%d", (int)giver);
    while (access(task, F_OK) == 0)
        sched_yield();
}

/* Overwrites what calls have left on the stack. */
static __attribute__((noinline)) void wipe(void)
{
    volatile char room[16384];
    for (size_t i = 0; i < sizeof room; i++)
        room[i] = 0;
}

static __attribute__((noinline)) void lose(void)
{
    pthread_t thread;
    void *lost;
    for (int i = 0; i < 2 * LOST; i++) {
        if (pthread_create(&thread, NULL, give, (void *)(uintptr_t)100) != 0)
            exit(1);
        if (i % 2)
            pthread_detach(thread);
        wait_for_giver();
        if (i % 2 == 0)
            pthread_join(thread, &lost);
    }
}

static __attribute__((noinline)) void begin(void)
{
    pthread_t thread;
    for (int i = 0; i < KEYS; i++)
        if (pthread_key_create(&keys[i], NULL) != 0)
            exit(1);
    if (pthread_create(&thread, NULL, live, malloc(3000)) != 0)
        exit(1);
    sem_wait(&ready);
    set_values(500);
    if (pthread_create(&thread, NULL, give, (void *)(uintptr_t)4000) != 0)
        exit(1);
    wait_for_giver();
}

int main(int argc, char **argv)
{
    (void)argv;
    sem_init(&ready, 0, 0);
    begin();
    if (argc > 1)
        lose();
    wipe();
    return 0;
}
