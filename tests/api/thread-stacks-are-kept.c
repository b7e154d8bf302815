/* SPDX-License-Identifier: MIT */
/*
 * A stack of an ordinary size is kept for the next thread, one that is as large as the default or
 * as the largest that is kept included; a larger one is given back, as the program may need the
 * addresses.
 */
#include <pthin/thread.h>

#include "test.h"

#define LARGEST ((size_t)(sizeof(long) == 8 ? 32 : 8) << 20)

static void *routine(size_t count, void **args)
{
    size_t guard;

    (void)count;
    CHECK_EQ(
        pthin_thread_stack(pthin_thread_current(), (void **)args[0], (size_t *)args[1], &guard), 0);
    return NULL;
}

/* Whether the upper end of a thread's stack is there after the thread. */
static int is_kept(size_t stack_size)
{
    void *low = NULL;
    size_t size = 0;
    void *args[] = {&low, &size};
    pthin_thread *t;

    CHECK_EQ(pthin_thread_create(&t, routine, args, 2, stack_size, TEST_PAGE), 0);
    CHECK_EQ(pthin_thread_join(t, NULL), 0);
    CHECK(size >= stack_size);
    uintptr_t top = ((uintptr_t)low + stack_size - TEST_PAGE) & ~(uintptr_t)(TEST_PAGE - 1);
    return TEST_SYS3(mprotect, top, TEST_PAGE, 3 /* to read and write, as it is */) == 0;
}

int main(void)
{
    size_t by_default = pthin_thread_default_stack_size();

    CHECK(is_kept(by_default));
    CHECK(is_kept(256 << 10));
    CHECK(is_kept(LARGEST));
    CHECK(is_kept(by_default > LARGEST ? by_default : LARGEST - TEST_PAGE));
#ifndef TEST_EMULATOR /* which keeps all addresses to itself */
    CHECK(!is_kept((by_default > LARGEST ? by_default : LARGEST) + (1 << 20)));
#endif
    return 0;
}
