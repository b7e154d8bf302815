/* SPDX-License-Identifier: MIT */
/*
 * For a created thread the bounds contain its local variables, the size is at least what was asked
 * for but for the guard, and every byte inside can be used.
 */
#include "test.h"

static volatile char sink;

static void *routine(void *arg)
{
    size_t asked = (size_t)arg, size = 0;
    pthread_attr_t attr;
    void *address = NULL;
    char local = 0;
    uintptr_t here = (uintptr_t)LAUNDER(&local);

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK(here > (uintptr_t)address);
    CHECK(here < (uintptr_t)address + size);
    CHECK(size + 64 * 1024 >= asked);
    for (size_t at = 0; at < size; at += 4096)
        sink = ((volatile char *)address)[at];
    sink = ((volatile char *)address)[size - 1];
    *(volatile char *)address = 1;
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return NULL;
}

int main(void)
{
    static const size_t sizes[] = {128 << 10, 1 << 20, 3000001};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstacksize(&attr, sizes[i]), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)sizes[i]), 0);
        test_finish(thread);
    }
    return 0;
}
