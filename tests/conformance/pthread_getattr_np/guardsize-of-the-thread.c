/* SPDX-License-Identifier: MIT */
/*
 * The guardsize is the thread's own: at least what it was created with.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    size_t guard = 0;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK(guard >= (size_t)arg);
    CHECK(guard < (size_t)arg + 65536);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return NULL;
}

int main(void)
{
    static const size_t sizes[] = {4096, 8192, 65536, 1 << 20};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setguardsize(&attr, sizes[i]), 0);
        CHECK_EQ(pthread_create(&thread, &attr, routine, (void *)sizes[i]), 0);
        test_finish(thread);
    }
    return 0;
}
