/* SPDX-License-Identifier: MIT */
/*
 * A program with a lot of thread-local storage still gets the stack it asks for: here TLS is larger
 * than the stack. (POSIX knows no TLS; the size is promised for the stack.)
 */
#include "test.h"

enum { SIZE = 128 * 1024 };
static _Thread_local char big[2 * SIZE];
static volatile char sink;

static __attribute__((noinline)) void use(size_t bytes)
{
    volatile char block[4096];

    block[0] = (char)bytes;
    if (bytes > sizeof block)
        use(bytes - sizeof block);
    sink = block[0];
}

static void *routine(void *arg)
{
    char *mine = LAUNDER(&big[0]);

    (void)arg;
    use(SIZE - SIZE / 8);
    for (size_t i = 0; i < sizeof big; i++) {
        CHECK_EQ(mine[i], 0);
        mine[i] = 1;
    }
    return NULL;
}

int main(void)
{
    pthread_attr_t attr;
    pthread_t thread;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, SIZE), 0);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
