/* SPDX-License-Identifier: MIT */
/*
 * What pthread_getattr_np reports for the initial thread can really be used: the stack grows down
 * to near the reported address.
 */
#include "test.h"

static uintptr_t low;
static volatile char sink;

static __attribute__((noinline)) void dig(void)
{
    volatile char block[8192];

    block[0] = 1;
    /* leave room for one signal frame, and for the randomised top of the stack */
    if (LAUNDER((uintptr_t)block) > low + 300 * 1024)
        dig();
    sink = block[0];
}

int main(int argc, char **argv)
{
    struct test_result child;
    pthread_attr_t attr;
    void *address;
    size_t size;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
        CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
        CHECK(size >= 2UL << 20);
        low = (uintptr_t)address;
        dig();
        return 0;
    }

    test_rlimit_set(TEST_RLIMIT_STACK, 4UL << 20);
    child = test_run("child");
    CHECK_EQ(child.signal, 0);
    CHECK_EQ(child.exited, 0);
    return 0;
}
