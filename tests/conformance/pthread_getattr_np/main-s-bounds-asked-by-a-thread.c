/* SPDX-License-Identifier: MIT */
/*
 * The initial thread's bounds can be asked for by another thread.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    void *address = NULL;
    size_t size = 0;
    uintptr_t here = (uintptr_t)((void **)arg)[1];

    CHECK_EQ(pthread_getattr_np(*(pthread_t *)((void **)arg)[0], &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &address, &size), 0);
    CHECK(here > (uintptr_t)address && here < (uintptr_t)address + size);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return NULL;
}

int main(void)
{
    pthread_t self = pthread_self();
    char local;
    void *pass[2] = {&self, &local};

    test_finish(test_start(routine, pass));
    return 0;
}
