/* SPDX-License-Identifier: MIT */
/*
 * pthin_thread_create: the thread gets the values, in memory that is its own, and a stack of the
 * size that was asked for; the handle is there before it runs and is that of pthread_self.
 */
#include <pthin/thread.h>

#include "test.h"

#define MANY 1000

static pthin_thread *handle;

static void *add(size_t count, void **args)
{
    uintptr_t sum = 0;
    void *low;
    size_t size, guard;

    CHECK_EQ(LOAD(&handle), pthin_thread_current());
    CHECK_EQ(pthin_thread_current(), pthread_self());
    for (size_t i = 0; i < count; i++) {
        sum += (uintptr_t)args[i];
        args[i] = NULL;
    }
    CHECK_EQ(pthin_thread_stack(pthin_thread_current(), &low, &size, &guard), 0);
    CHECK((char *)args >= (char *)low && (char *)(args + count) <= (char *)low + size);
    return (void *)sum;
}

static void *run(void *const *args, size_t count)
{
    void *result;

    CHECK_EQ(pthin_thread_create(&handle, add, args, count, 128 << 10, 4096), 0);
    CHECK_EQ(pthin_thread_join(handle, &result), 0);
    return result;
}

static void *aligned(size_t count, void **args)
{
    /* A variable that asks for what the ABI promises lies where it should. */
    _Alignas(16) char buffer[16];

    CHECK_EQ((uintptr_t)LAUNDER(&buffer[0]) % 16, 0);
    return args[count - 1];
}

int main(void)
{
    void *args[MANY], *result;
    uintptr_t sum = 0;
    pthin_thread *none;

    for (uintptr_t i = 0; i < MANY; i++) {
        args[i] = (void *)(i + 1);
        sum += i + 1;
    }
    CHECK_EQ(run(args, MANY), sum);
    CHECK_EQ(args[MANY - 1], MANY); /* the thread changed a copy */
    CHECK_EQ(run(NULL, 0), 0);
    CHECK_EQ(run(args, 3), 6);
    for (size_t n = 1; n < 6; n++) {
        CHECK_EQ(pthin_thread_create(&handle, aligned, args, n, 128 << 10, 0), 0);
        CHECK_EQ(pthread_join((pthread_t)handle, &result), 0);
        CHECK_EQ(result, n);
    }

    CHECK_EQ(pthin_thread_create(&none, add, args, 16 << 10, 64 << 10, 0), EINVAL);
    CHECK_EQ(pthin_thread_create(&none, add, args, SIZE_MAX, 64 << 10, 0), EINVAL);
    CHECK_EQ(pthin_thread_create(&none, add, args, 1, PTHREAD_STACK_MIN - 1, 0), EINVAL);
    CHECK_EQ(pthin_thread_create(&none, add, args, 1, PTHREAD_STACK_MIN, SIZE_MAX), EINVAL);
    return 0;
}
