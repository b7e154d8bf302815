/* SPDX-License-Identifier: MIT */
/*
 * pthread_exit shall pop and execute all cleanup handlers that were pushed and not yet popped, in
 * the reverse order.
 */
#include "test.h"

static char order[8];
static int used;

static void note(void *arg)
{
    order[used++] = (char)(intptr_t)arg;
}

static __attribute__((noinline)) void deep(void)
{
    pthread_cleanup_push(note, (void *)'c');
    pthread_exit(NULL);
    pthread_cleanup_pop(0);
}

static void *routine(void *arg)
{
    (void)arg;
    pthread_cleanup_push(note, (void *)'a');
    pthread_cleanup_push(note, (void *)'x');
    pthread_cleanup_pop(0);
    pthread_cleanup_push(note, (void *)'b');
    deep();
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void)
{
    test_finish(test_start(routine, NULL));
    CHECK(test_same(order, "cba"));
    return 0;
}
