/* SPDX-License-Identifier: MIT */
/*
 * The defaults may change while other threads create threads without attributes: each gets one
 * set of them or another, and nothing is lost.
 */
#include "test.h"

#ifdef TEST_EMULATOR
enum { LEEWAY = 1000000 }; /* kB: for its own threads it has heaps of 64 MiB */
#else
enum { LEEWAY = 100000 };
#endif

static int stop, made;

static void *leaf(void *arg)
{
    sigset_t mask;

    CHECK_EQ(pthread_sigmask(SIG_BLOCK, NULL, &mask), 0);
    CHECK_EQ(sigismember(&mask, SIGUSR2), 0);
    ADD(&made, 1);
    return arg;
}

static void *creator(void *arg)
{
    for (intptr_t i = 0; !LOAD(&stop); i++)
        CHECK_EQ(test_finish(test_start(leaf, (void *)i)), i);
    return arg;
}

int main(void)
{
    pthread_t creators[2];
    pthread_attr_t attr, plain;
    sigset_t mask;
    long before = 0;

    CHECK_EQ(sigemptyset(&mask), 0);
    CHECK_EQ(sigaddset(&mask, SIGUSR1), 0);
    CHECK_EQ(pthread_attr_init(&plain), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &mask), 0);
    for (int i = 0; i < 2; i++)
        creators[i] = test_start(creator, NULL);
    for (int i = 0; i < 1000; i++) {
        CHECK_EQ(pthread_setattr_default_np(i % 2 ? &attr : &plain), 0);
        if (i == 100)
            before = test_status("VmSize:");
        if (i % 100 == 0) {
            int now = LOAD(&made);

            WAIT_UNTIL(LOAD(&made) > now + 2);
        }
    }
    STORE(&stop, 1);
    for (int i = 0; i < 2; i++)
        test_finish(creators[i]);
    CHECK(test_status("VmSize:") < before + LEEWAY);
    return 0;
}
