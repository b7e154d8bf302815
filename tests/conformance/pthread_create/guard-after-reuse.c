/* SPDX-License-Identifier: MIT */
/*
 * The guard attribute counts for each thread anew: one that asks for a guard has it, even if its
 * memory was used before by one that asked for none.
 */
#include "test.h"

static void *quiet(void *arg)
{
    return arg;
}

static void *touch(void *arg)
{
    pthread_attr_t attr;
    void *low;
    size_t size;

    (void)arg;
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    *((volatile char *)low - 1) = 1;
    test_say("survived");
    return NULL;
}

int main(int argc, char **argv)
{
    struct test_result child;

    (void)argv;
    if (argc > 1) {
        pthread_attr_t attr;
        pthread_t thread[8];

        CHECK_EQ(pthread_attr_init(&attr), 0);
        CHECK_EQ(pthread_attr_setguardsize(&attr, 0), 0);
        for (int i = 0; i < 8; i++)
            CHECK_EQ(pthread_create(&thread[i], &attr, quiet, NULL), 0);
        for (int i = 0; i < 8; i++)
            test_finish(thread[i]);
        test_finish(test_start(touch, NULL));
        return 3;
    }

    child = test_run("child");
    CHECK_EQ(child.length, 0);
    CHECK_EQ(child.signal, SIGSEGV);
    return 0;
}
