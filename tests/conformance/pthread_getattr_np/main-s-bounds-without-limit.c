/* SPDX-License-Identifier: MIT */
/*
 * With no limit, the initial thread's stack goes down to what is mapped below it: as far as it can
 * grow, and it can be used there, but nothing else lies in it. Where pthin finds that out by itself,
 * it is no larger than what a machine can have memory for.
 */
#include "test.h"

enum { MOST_BITS = 46 };

#ifdef TEST_EMULATOR /* gives the program a stack of 8 MB then */
enum { DEPTH = 2 << 20 };
#else
enum { DEPTH = 24 << 20 };
#endif

static uintptr_t low, high;
static volatile char sink;
static int data = 1;

static int outside(const void *p)
{
    return (uintptr_t)p < low || (uintptr_t)p >= high;
}

static __attribute__((noinline)) void dig(void)
{
    volatile char block[8192];

    block[0] = 1;
    if (LAUNDER((uintptr_t)block) > high - DEPTH)
        dig();
    sink = block[0];
}

int main(int argc, char **argv)
{
    pthread_attr_t attr;
    void *address = NULL, *page;
    size_t size = 0;
    char local = 0;

    if (argc == 1) {
        if (test_rlimit_get(TEST_RLIMIT_STACK).hard != ~0ULL)
            TEST_SKIP("RLIMIT_STACK cannot be unlimited");
        test_rlimit_set(TEST_RLIMIT_STACK, ~0ULL);
        struct test_result child = test_run("unlimited");
        CHECK_EQ(child.signal, 0);
        CHECK_EQ(child.exited, 0);
        return 0;
    }

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    low = (uintptr_t)address;
    high = low + size;
    CHECK(!outside(LAUNDER(&local)));
    CHECK(!outside(argv));
    CHECK(size >= 2 * DEPTH);
#ifndef __GLIBC__ /* which tells about its initial thread also for pthin */
    CHECK_EQ((uint64_t)(size - 1) >> MOST_BITS, 0);
#endif
    page = test_map(TEST_PAGE);
    CHECK(outside(page));
    CHECK(outside(LAUNDER(&data)));
    CHECK(outside((void *)(uintptr_t)main));
    dig();
    return 0;
}
