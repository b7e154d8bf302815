/* SPDX-License-Identifier: MIT */
/*
 * pthread_key_delete shall not call any destructor, and none is called for the key at thread exit.
 */
#include "test.h"

static pthread_key_t key;
static struct gate ready, go;

static void destructor(void *value)
{
    (void)value;
    CHECK(!"called");
}

static void *routine(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    gate_open(&ready);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    thread = test_start(routine, NULL);
    gate_wait(&ready);
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    CHECK_EQ(pthread_key_delete(key), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
