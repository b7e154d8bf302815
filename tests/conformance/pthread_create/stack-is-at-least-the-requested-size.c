/* SPDX-License-Identifier: MIT */
/*
 * The stacksize attribute is the minimum size of the created thread's stack: that much can be used.
 */
#include "test.h"

static volatile char sink;

/* Touches `bytes` of stack below this frame, a page at a time. */
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
    use((size_t)arg);
    return NULL;
}

int main(void)
{
    static const size_t sizes[] = {128 << 10, 1 << 20, 1000 * 4096, 16 << 20};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstacksize(&attr, sizes[i]), 0);
        /* each frame of use() is a little more than its block: an eighth is left for that */
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)(sizes[i] - sizes[i] / 8)), 0);
        CHECK_EQ(pthread_join(thread, NULL), 0);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    }
    return 0;
}
