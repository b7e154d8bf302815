/* SPDX-License-Identifier: MIT */
/*
 * When a thread acts on a cancellation request, its handlers are run, last pushed first, and then
 * the key destructors; the handlers run with the thread still being itself.
 */
#include "test.h"

static pthread_key_t key;
static struct gate up;
static char order[8];
static int used;
static pthread_t id;

static void handler(void *arg)
{
    CHECK(pthread_equal(pthread_self(), id));
    CHECK_EQ(pthread_getspecific(key), &key);
    order[used++] = (char)(intptr_t)arg;
}

static void destructor(void *value)
{
    (void)value;
    order[used++] = 'd';
}

static void *routine(void *arg)
{
    id = pthread_self();
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    pthread_cleanup_push(handler, (void *)'a');
    pthread_cleanup_push(handler, (void *)'b');
    pthread_cleanup_push(handler, (void *)'c');
    gate_open(&up);
    for (;;) {
        pthread_testcancel();
        TEST_SYS0(sched_yield);
    }
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    thread = test_start(routine, NULL);
    gate_wait(&up);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK(test_same(order, "cbad"));
    return 0;
}
