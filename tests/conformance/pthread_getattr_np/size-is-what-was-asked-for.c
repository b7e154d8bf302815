/* SPDX-License-Identifier: MIT */
/*
 * The stack size of a thread is the stacksize attribute it was created with, if that is a number of
 * pages: of a new stack, and of one that another thread had before. All of it can be used.
 */
#include "test.h"

static size_t size_of(pthread_t thread, char **low)
{
    pthread_attr_t attr;
    void *address = NULL;
    size_t size = 0;

    CHECK_EQ(pthread_getattr_np(thread, &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    *low = address;
    return size;
}

static void *routine(void *arg)
{
    char here, *low;
    size_t size = size_of(pthread_self(), &low);

    CHECK_EQ(size, (size_t)arg);
    CHECK((char *)LAUNDER(&here) > low && (char *)LAUNDER(&here) < low + size);
    *(volatile char *)low = 1;
    return NULL;
}

int main(void)
{
    /* The same sizes again, and neighbours. */
    static const size_t pages[] = {32, 33, 32, 256, 33, 255, 2048, 32, 512, 513};

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        size_t size = (128UL << 10) + pages[i] * TEST_PAGE;
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setstacksize(&attr, size), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)size), 0);
        test_finish(thread);
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    }
    return 0;
}
