/* SPDX-License-Identifier: MIT */
/*
 * pthread_self shall return the thread ID of the calling thread: the one pthread_create stored.
 */
#include "test.h"

static struct gate go;
static pthread_t self[10];

static void *routine(void *arg)
{
    pthread_t *slot = arg;

    gate_wait(&go);
    *slot = pthread_self();
    CHECK(pthread_equal(*slot, pthread_self()));
    return NULL;
}

int main(void)
{
    pthread_t thread[10], me = pthread_self();

    for (int i = 0; i < 10; i++)
        thread[i] = test_start(routine, &self[i]);
    gate_open(&go);
    for (int i = 0; i < 10; i++) {
        test_finish(thread[i]);
        CHECK(pthread_equal(thread[i], self[i]));
        CHECK(!pthread_equal(self[i], me));
    }
    CHECK(pthread_equal(me, pthread_self()));
    return 0;
}
