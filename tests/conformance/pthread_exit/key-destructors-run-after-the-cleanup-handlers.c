/* SPDX-License-Identifier: MIT */
/*
 * After all cleanup handlers have been executed the destructors of the thread's key values are
 * called.
 */
#include "test.h"

static pthread_key_t key;
static char order[8];
static int used;

static void handler(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_getspecific(key), 1); /* still there */
    order[used++] = 'h';
}

static void destructor(void *value)
{
    (void)value;
    order[used++] = 'd';
}

static void *routine(void *arg)
{
    pthread_cleanup_push(handler, NULL);
    CHECK_EQ(pthread_setspecific(key, (void *)1), 0);
    if (arg != NULL)
        pthread_exit(NULL);
    pthread_cleanup_pop(1);
    return NULL;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    test_finish(test_start(routine, (void *)1));
    test_finish(test_start(routine, NULL));
    CHECK(test_same(order, "hdhd"));
    return 0;
}
