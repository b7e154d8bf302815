/* SPDX-License-Identifier: MIT */
/* pthin_thread_stack: the bounds of the calling thread's stack, and of another's. */
#include <pthin/thread.h>

#include "test.h"

static void check(pthin_thread *t, const char *inside, size_t least, size_t guard_wanted)
{
    void *low;
    size_t size, guard;

    CHECK_EQ(pthin_thread_stack(t, &low, &size, &guard), 0);
    CHECK(inside >= (char *)low && inside < (char *)low + size);
    CHECK(size >= least && size < least + TEST_PAGE);
    CHECK_EQ(guard, guard_wanted);
}

static struct gate ready, go;

static void *routine(size_t count, void **args)
{
    char here;

    (void)count;
    check(pthin_thread_current(), &here, 256 << 10, (size_t)args[1]);
    *(char **)args[0] = &here;
    gate_open(&ready);
    gate_wait(&go);
    return NULL;
}

int main(void)
{
    char here, *there;
    void *low;
    size_t size, guard;
    void *args[] = {&there, (void *)(4 * TEST_PAGE)};
    pthin_thread *t;

    CHECK_EQ(pthin_thread_stack(pthin_thread_current(), &low, &size, &guard), 0);
    CHECK(&here >= (char *)low && &here < (char *)low + size);

    CHECK_EQ(pthin_thread_create(&t, routine, args, 2, 256 << 10, 4 * TEST_PAGE), 0);
    gate_wait(&ready);
    check(t, there, 256 << 10, 4 * TEST_PAGE);
    gate_open(&go);
    CHECK_EQ(pthin_thread_join(t, NULL), 0);

    CHECK(pthin_thread_default_stack_size() >= 128 << 10);
    CHECK_EQ(pthin_thread_default_stack_size() % TEST_PAGE, 0);
    CHECK_EQ(pthin_thread_default_guard_size() % TEST_PAGE, 0);
    return 0;
}
