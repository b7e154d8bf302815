/* SPDX-License-Identifier: MIT */
/*
 * EAGAIN, or EINVAL when it is set, for a stack that no address space has room for; nothing is lost
 * by the attempts.
 */
#include "test.h"

/* An address space of 32 bits may have room for a good part of itself. */
#define LARGE(size) (sizeof(size_t) == 8 ? (size) : SIZE_MAX - 8191)

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    static const size_t sizes[] = {LARGE(SIZE_MAX / 16), LARGE(SIZE_MAX / 2 - 4095),
                                   SIZE_MAX - 4095, SIZE_MAX};
    long before = 0;

    for (int round = 0; round < 50; round++) {
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            pthread_attr_t attr;
            pthread_t thread;
            int error;

            CHECK_EQ(pthread_attr_init(&attr), 0);
            error = pthread_attr_setstacksize(&attr, sizes[i]);
            if (error == 0)
                error = pthread_create(&thread, &attr, routine, NULL);
            CHECK(error == EAGAIN || error == EINVAL);
            CHECK_EQ(pthread_attr_destroy(&attr), 0);
        }
        CHECK_EQ(test_finish(test_start(routine, (void *)1)), 1);
        if (round == 5)
            before = test_status("VmSize:");
    }
    CHECK(test_status("VmSize:") <= before + 1000);
    return 0;
}
