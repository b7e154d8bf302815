/* SPDX-License-Identifier: MIT */
/*
 * Each thread has a stack of at least the size that its attributes ask for, and a guard of the size
 * they ask for, whatever those had that ended before it, and all of it is its own: more sizes, and
 * more threads at a time, than a library would keep stacks of; joined, and detached.
 */
#include "test.h"

enum { SIZES = 24, STEP = 64 * 1024, AT_A_TIME = 150, ROUNDS = 600 };
static int ended;
static struct gate go;

static size_t guard_of(unsigned kind)
{
    return (size_t)(kind % 3) * 4096;
}

/* By threes, so that stack and guard together have the same size. */
static size_t size_of(unsigned kind)
{
    return (size_t)(kind / 3 % SIZES + 3) * STEP - guard_of(kind);
}

/* Touches the low end, the upper end, and what lies between every 16 pages. */
static void *use_stack(void *arg)
{
    pthread_attr_t attr;
    void *low;
    unsigned kind = (unsigned)(uintptr_t)arg;
    size_t size, guard;
    char here, *volatile end = &here;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    /* glibc alone takes the guard and TLS out of it. */
    CHECK(size + STEP / 2 > size_of(kind));
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK_EQ(guard, guard_of(kind));
    CHECK(end > (char *)low && end < (char *)low + size);
    for (volatile char *at = low; at < end - 8192; at += STEP)
        *at = 1;
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    ADD(&ended, 1);
    return arg;
}

static void *wait_and_use(void *arg)
{
    gate_wait(&go);
    return use_stack(arg);
}

static void make(pthread_t *thread, unsigned kind, int detached, void *(*routine)(void *))
{
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, size_of(kind)), 0);
    CHECK_EQ(pthread_attr_setguardsize(&attr, guard_of(kind)), 0);
    if (detached)
        CHECK_EQ(pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED), 0);
    CHECK_EQ(pthread_create(thread, &attr, routine, (void *)(uintptr_t)kind), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

int main(void)
{
    static pthread_t thread[AT_A_TIME];
    pthread_t one;
    int total = 0;

    for (int round = 0; round < 3; round++) {
        STORE(&go.count, 0);
        for (unsigned i = 0; i < AT_A_TIME; i++)
            make(&thread[i], (unsigned)round * 8 + i % 2, 0, wait_and_use);
        gate_open(&go);
        for (unsigned i = 0; i < AT_A_TIME; i++)
            test_finish(thread[i]);
        total += AT_A_TIME;
        for (unsigned i = 0; i < ROUNDS; i++) {
            make(&one, i % 5 ? i : i / 100, i % 2, use_stack);
            if (i % 2 == 0)
                CHECK_EQ((uintptr_t)test_finish(one), i % 5 ? i : i / 100);
            total++;
        }
        WAIT_UNTIL(LOAD(&ended) == total);
    }
    return 0;
}
