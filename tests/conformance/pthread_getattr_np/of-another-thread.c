/* SPDX-License-Identifier: MIT */
/*
 * It can be asked about another thread, which runs on the stack reported.
 */
#include "test.h"

static struct gate up, go;
static uintptr_t where;

static void *routine(void *arg)
{
    char local = 0;

    where = (uintptr_t)LAUNDER(&local);
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);
    pthread_attr_t attr, mine;
    void *address = NULL, *my_address = NULL;
    size_t size = 0, my_size = 0;

    gate_wait(&up);
    CHECK_EQ(pthread_getattr_np(thread, &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK(where > (uintptr_t)address && where < (uintptr_t)address + size);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &mine), 0);
    CHECK_EQ(pthread_attr_getstack(&mine, &my_address, &my_size), 0);
    CHECK((uintptr_t)my_address >= (uintptr_t)address + size ||
          (uintptr_t)address >= (uintptr_t)my_address + my_size);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    CHECK_EQ(pthread_attr_destroy(&mine), 0);
    gate_open(&go);
    test_finish(thread);
    return 0;
}
