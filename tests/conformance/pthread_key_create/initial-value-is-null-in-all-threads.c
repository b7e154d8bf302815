/* SPDX-License-Identifier: MIT */
/*
 * Upon key creation, the value NULL shall be associated with the new key in all active threads; and
 * upon thread creation, with all keys in the new thread.
 */
#include "test.h"

static pthread_key_t first, second;
static struct gate ready, go;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_getspecific(first), 0);
    CHECK_EQ(pthread_setspecific(first, &first), 0);
    gate_open(&ready);
    gate_wait(&go);
    CHECK_EQ(pthread_getspecific(second), 0);
    return arg;
}

int main(void)
{
    pthread_t thread[6];

    CHECK_EQ(pthread_key_create(&first, NULL), 0);
    CHECK_EQ(pthread_getspecific(first), 0);
    for (int i = 0; i < 6; i++)
        thread[i] = test_start(routine, NULL);
    gate_wait_for(&ready, 6);
    CHECK_EQ(pthread_key_create(&second, NULL), 0);
    CHECK(first != second);
    gate_open(&go);
    for (int i = 0; i < 6; i++)
        test_finish(thread[i]);

    /* a thread that gets the memory of an ended one, without destructors to clear it */
    for (int i = 0; i < 20; i++) {
        STORE(&ready.count, 0);
        test_finish(test_start(routine, NULL));
    }
    return 0;
}
