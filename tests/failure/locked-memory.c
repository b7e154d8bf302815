/* SPDX-License-Identifier: MIT */
/*
 * mlockall: the stacks of threads that are there are resident after MCL_CURRENT, whatever their
 * size, and with MCL_FUTURE those of threads that have ended do not stay.
 */
#include "test.h"

#include <sys/mman.h>

enum { THREADS = 12, KEPT_KB = 48 << 10 };

static struct gate up, go;
static char *inside[THREADS]; /* of each stack, its first whole page */
static size_t bytes[THREADS];

static void *routine(void *arg)
{
    int i = (int)(intptr_t)arg;
    pthread_attr_t attr;
    void *low;
    size_t size;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    inside[i] = (char *)(((uintptr_t)low + TEST_PAGE - 1) & -TEST_PAGE);
    bytes[i] = ((uintptr_t)low + size - (uintptr_t)inside[i]) & -TEST_PAGE;
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void create(pthread_t *thread, size_t stack)
{
    pthread_attr_t attr;

    STORE(&up.count, 0);
    STORE(&go.count, 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, stack), 0);
    for (intptr_t i = 0; i < THREADS; i++) {
        int error = pthread_create(&thread[i], &attr, routine, (void *)i);

        if (error == EAGAIN)
            TEST_SKIP("so much memory may not be locked");
        CHECK_EQ(error, 0);
    }
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    gate_wait_for(&up, THREADS);
}

static void join(const pthread_t *thread)
{
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        CHECK_EQ((intptr_t)test_finish(thread[i]), i);
}

int main(void)
{
    static unsigned char resident[1024];
    pthread_t thread[THREADS];
    long before;

    create(thread, 256 << 10);
    if (mlockall(MCL_CURRENT) != 0)
        TEST_SKIP("memory may not be locked");
    for (int i = 0; i < THREADS; i++) {
        CHECK_EQ(mincore(inside[i], bytes[i], resident), 0);
        for (size_t k = 0; k < bytes[i] / TEST_PAGE; k++)
            CHECK(resident[k] & 1);
    }
    join(thread);
    CHECK_EQ(munlockall(), 0);

    if (mlockall(MCL_CURRENT | MCL_FUTURE) != 0)
        TEST_SKIP("memory may not be locked");
    before = test_status("VmRSS:");
    create(thread, 8 << 20);
    join(thread);
    CHECK(test_status("VmRSS:") - before < KEPT_KB);
    return 0;
}
