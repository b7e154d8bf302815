/* SPDX-License-Identifier: MIT */
/* One thread that is joined and one that is detached: all the steps that a thread can take. */
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <unistd.h>

static pid_t last_tid;

static void *routine(void *arg)
{
    return arg;
}

static void *last(void *arg)
{
    __atomic_store_n(&last_tid, gettid(), __ATOMIC_RELEASE);
    return arg;
}

int main(void)
{
    pthread_t thread;
    pid_t tid;
    cpu_set_t set;
    if (pthread_create(&thread, NULL, routine, &last_tid) != 0 || pthread_join(thread, NULL) != 0)
        return 1;
    if (pthread_create(&thread, NULL, last, NULL) != 0 || pthread_detach(thread) != 0)
        return 1;
    /* The end of the process would cut off the steps that the detached thread has still before it.
       When the kernel does not know it any more, it has taken them all. */
    while ((tid = __atomic_load_n(&last_tid, __ATOMIC_ACQUIRE)) == 0 ||
           sched_getaffinity(tid, sizeof set, &set) == 0)
        sched_yield();
    /* The last thread ends the process. */
    pthread_exit(NULL);
}
