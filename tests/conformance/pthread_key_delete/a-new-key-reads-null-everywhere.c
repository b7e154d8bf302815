/* SPDX-License-Identifier: MIT */
/*
 * A key created after a deletion, with the same number or not, reads NULL in every thread, those
 * that had a value under the deleted one included.
 */
#include "test.h"

static pthread_key_t key;
static struct gate ready, go;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    gate_open(&ready);
    gate_wait(&go);
    CHECK_EQ(pthread_getspecific(key), 0);
    return arg;
}

int main(void)
{
    for (int round = 0; round < 5; round++) {
        pthread_t thread[4];
        pthread_key_t old;

        STORE(&ready.count, 0);
        STORE(&go.count, 0);
        CHECK_EQ(pthread_key_create(&key, NULL), 0);
        old = key;
        for (int i = 0; i < 4; i++)
            thread[i] = test_start(routine, NULL);
        gate_wait_for(&ready, 4);
        CHECK_EQ(pthread_setspecific(key, &key), 0);
        CHECK_EQ(pthread_key_delete(key), 0);

        /* take keys until the same number comes again, if this implementation does that at once */
        for (int i = 0; i < 10; i++) {
            CHECK_EQ(pthread_key_create(&key, NULL), 0);
            CHECK_EQ(pthread_getspecific(key), 0);
            if (key == old)
                break;
        }
        gate_open(&go);
        for (int i = 0; i < 4; i++)
            test_finish(thread[i]);
    }
    return 0;
}
