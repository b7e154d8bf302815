/* SPDX-License-Identifier: MIT */
/* One thread that is joined and one that is detached: all the steps that a thread can take. */
#include <pthread.h>

static int ended;

static void *routine(void *arg)
{
    return arg;
}

static void *last(void *arg)
{
    __atomic_store_n(&ended, 1, __ATOMIC_RELEASE);
    return arg;
}

int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, routine, &ended) != 0 || pthread_join(thread, NULL) != 0)
        return 1;
    if (pthread_create(&thread, NULL, last, NULL) != 0 || pthread_detach(thread) != 0)
        return 1;
    /* Then it is the last thread, and ends the process. */
    while (!__atomic_load_n(&ended, __ATOMIC_ACQUIRE))
        ;
    pthread_exit(NULL);
}
