/* SPDX-License-Identifier: MIT */
/*
 * ERANGE if the buffer is too small for the name; 16 bytes always suffice.
 */
#include "test.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL), both[2] = {thread, pthread_self()};

    gate_wait(&up);
    for (int i = 0; i < 2; i++) {
        char text[16] = "";

        CHECK_EQ(pthread_setname_np(both[i], "fifteen letters"), 0);
        CHECK_EQ(pthread_getname_np(both[i], text, 0), ERANGE);
        CHECK_EQ(pthread_getname_np(both[i], text, 1), ERANGE);
        CHECK_EQ(pthread_getname_np(both[i], text, 15), ERANGE);
        CHECK_EQ(pthread_getname_np(both[i], text, 16), 0);
        CHECK(test_same(text, "fifteen letters"));
    }
    gate_open(&go);
    test_finish(thread);
    return 0;
}
