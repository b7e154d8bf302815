/* SPDX-License-Identifier: MIT */
/*
 * A thread with a guard area that writes below its stack gets SIGSEGV.
 */
#include "test.h"

static void *routine(void *arg)
{
    pthread_attr_t attr;
    void *low;
    size_t size, guard;

    (void)arg;
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK(guard >= 1);
    *((volatile char *)low - 1) = 1;
    test_say("survived");
    return NULL;
}

static void *far_end(void *arg)
{
    pthread_attr_t attr;
    void *low;
    size_t size;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    *((volatile char *)low - (size_t)arg) = 1;
    test_say("survived");
    return NULL;
}

int main(int argc, char **argv)
{
    struct test_result child;

    if (argc > 1) {
        pthread_attr_t attr;
        pthread_t thread;

        CHECK_EQ(pthread_attr_init(&attr), 0);
        if (test_same(argv[1], "default")) {
            CHECK_EQ(pthread_create(&thread, &attr, routine, NULL), 0);
        } else {
            CHECK_EQ(pthread_attr_setguardsize(&attr, 256 * 1024), 0);
            CHECK_EQ(pthread_create(&thread, &attr, far_end, (void *)(256 * 1024)), 0);
        }
        CHECK_EQ(pthread_join(thread, NULL), 0);
        return 3;
    }

    child = test_run("default");
    CHECK_EQ(child.length, 0);
    CHECK_EQ(child.signal, SIGSEGV);

    child = test_run("last byte of a large guard");
    CHECK_EQ(child.length, 0);
    CHECK_EQ(child.signal, SIGSEGV);
    return 0;
}
