/* SPDX-License-Identifier: MIT */
/*
 * Allocators keep what a thread has in a key's value, which they set whenever they are called: also
 * by a thread of the libc's own that ends, after its destructors, when the libc frees what it had for
 * the thread. Threads can be created, and keys deleted, after such threads.
 */
#include "test.h"

#include <signal.h>
#include <stdatomic.h>
#include <time.h>

extern void __libc_free(void *p);

static pthread_key_t key;
static atomic_int ready, ended, destroyed;

void free(void *p)
{
    static char value;

    if (atomic_load(&ready))
        CHECK_EQ(pthread_setspecific(key, &value), 0);
    __libc_free(p);
}

static void destructor(void *value)
{
    (void)value;
    atomic_fetch_add(&destroyed, 1);
}

static void expired(union sigval value)
{
    (void)value;
    free(malloc(10));
    atomic_fetch_add(&ended, 1);
}

static void *routine(void *arg)
{
    free(malloc(10));
    return arg;
}

/* Runs in a thread that the libc makes, and that ends by itself. */
static void of_the_libc(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = expired};
    struct itimerspec soon = {.it_value.tv_nsec = 1};
    int before = atomic_load(&ended);
    timer_t timer;

    CHECK_EQ(timer_create(CLOCK_MONOTONIC, &event, &timer), 0);
    CHECK_EQ(timer_settime(timer, 0, &soon, NULL), 0);
    while (atomic_load(&ended) == before)
        sched_yield();
    CHECK_EQ(timer_delete(timer), 0);
}

int main(void)
{
    for (int i = 0; i < 20; i++) {
        pthread_key_t other;

        CHECK_EQ(pthread_key_create(&key, destructor), 0);
        atomic_store(&ready, 1);
        for (int n = 0; n < 3; n++) {
            int before = atomic_load(&destroyed);

            of_the_libc();
            test_finish(test_start(routine, NULL));
            CHECK(atomic_load(&destroyed) > before);
        }
        atomic_store(&ready, 0);
        CHECK_EQ(pthread_key_delete(key), 0);
        CHECK_EQ(pthread_key_create(&other, NULL), 0);
        CHECK(pthread_getspecific(other) == NULL);
        CHECK_EQ(pthread_key_delete(other), 0);
    }
    return 0;
}
