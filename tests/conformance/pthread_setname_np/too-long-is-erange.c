/* SPDX-License-Identifier: MIT */
/*
 * ERANGE if the name is longer than 15 bytes; the name stays as it was.
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

        CHECK_EQ(pthread_setname_np(both[i], "before"), 0);
        CHECK_EQ(pthread_setname_np(both[i], "sixteen letters."), ERANGE);
        CHECK_EQ(pthread_setname_np(both[i], "a name that is far too long for a thread"), ERANGE);
        CHECK_EQ(pthread_getname_np(both[i], text, sizeof text), 0);
        CHECK(test_same(text, "before"));
    }
    gate_open(&go);
    test_finish(thread);
    return 0;
}
