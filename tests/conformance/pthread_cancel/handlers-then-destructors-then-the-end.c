/* SPDX-License-Identifier: MIT */
/*
 * When a request is acted upon the cleanup handlers are called, last pushed first, then the
 * destructors of thread-specific data, with cancelability disabled; then the thread ends. Further
 * requests do nothing.
 */
#include "test.h"

static char order[8];
static int used;
static pthread_key_t key;
static struct gate up, more, cancelled;

static void note(char c)
{
    if (used < 7)
        order[used++] = c;
    pthread_testcancel(); /* would end a thread that can be cancelled */
}

static void handler(void *arg)
{
    if (*(char *)arg == '3') {
        gate_open(&more);
        gate_wait(&cancelled); /* again, meanwhile */
    }
    note(*(char *)arg);
}

static void destructor(void *value)
{
    note(*(char *)value);
}

static void *routine(void *arg)
{
    static char names[] = "123d";

    CHECK_EQ(pthread_setspecific(key, &names[3]), 0);
    pthread_cleanup_push(handler, &names[0]);
    pthread_cleanup_push(handler, &names[1]);
    pthread_cleanup_push(handler, &names[2]);
    gate_open(&up);
    for (;;)
        pthread_testcancel();
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
    gate_wait(&more);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&cancelled);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    CHECK(test_same(order, "321d"));
    return 0;
}
