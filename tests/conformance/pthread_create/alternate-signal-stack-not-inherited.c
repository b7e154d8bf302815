/* SPDX-License-Identifier: MIT */
/*
 * The alternate signal stack shall not be inherited.
 */
#include "test.h"

struct stack {
    void *sp;
    int flags;
    size_t size;
};

static void *routine(void *arg)
{
    struct stack now;

    (void)arg;
    CHECK_EQ(TEST_SYS2(sigaltstack, NULL, &now), 0);
    CHECK_EQ(now.flags, 2 /* SS_DISABLE */);
    return NULL;
}

int main(void)
{
    struct stack stack = {.sp = TEST_MAP(65536), .flags = 0, .size = 65536}, now;

    CHECK_EQ(TEST_SYS2(sigaltstack, &stack, NULL), 0);
    test_finish(test_start(routine, NULL));
    CHECK_EQ(TEST_SYS2(sigaltstack, NULL, &now), 0);
    CHECK_EQ(now.sp, stack.sp);
    return 0;
}
