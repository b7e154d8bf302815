/* SPDX-License-Identifier: MIT */
/*
 * An address or a size that is not aligned as a stack has to be may be EINVAL. If it is taken, the
 * thread's stack is aligned none the less, and nothing outside of the memory is touched.
 */
#include "test.h"

enum { SIZE = 128 * 1024, AROUND = 64, FILL = 0xa5 };

static void *routine(void *arg)
{
    volatile long double aligned = 1;
    char *low = arg, *at = LAUNDER((char *)&aligned);

    CHECK_EQ((uintptr_t)at % _Alignof(long double), 0);
    CHECK(at >= low && at < low + SIZE);
    return arg;
}

int main(void)
{
    char *memory = TEST_MAP(SIZE + 2 * AROUND);
    pthread_attr_t attr;
    pthread_t thread;

    memset(memory, FILL, SIZE + 2 * AROUND);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    for (int odd = 0; odd < AROUND; odd++) {
        char *low = memory + odd;
        size_t size = SIZE - (size_t)odd % 3;
        int err = pthread_attr_setstack(&attr, low, size);
        if (err) {
            CHECK_EQ(err, EINVAL);
            CHECK(odd % 16 || size % 16);
            continue;
        }
        CHECK_EQ(pthread_create(&thread, &attr, routine, low), 0);
        CHECK(test_finish(thread) == low);
        for (int i = 0; i < odd; i++)
            CHECK_EQ((unsigned char)memory[i], FILL);
        for (size_t i = (size_t)odd + size; i < SIZE + 2 * AROUND; i++)
            CHECK_EQ((unsigned char)memory[i], FILL);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
