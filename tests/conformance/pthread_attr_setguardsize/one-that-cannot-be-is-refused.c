/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for a guardsize that is invalid. One that no address space has room for is refused at the
 * latest when a thread is created, with EINVAL or EAGAIN, and leaves everything as it was.
 */
#include "test.h"

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 4095, SIZE_MAX / 2 + 1,
                                   sizeof(size_t) == 8 ? SIZE_MAX / 16 + 1 : SIZE_MAX / 4};

    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pthread_attr_t attr;
        pthread_t thread;
        int error;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        error = pthread_attr_setguardsize(&attr, sizes[i]);
        if (error == 0)
            error = pthread_create(&thread, &attr, routine, NULL);
        CHECK(error == EINVAL || error == EAGAIN);
        CHECK_EQ(test_finish(test_start(routine, (void *)6)), 6);
    }
    return 0;
}
