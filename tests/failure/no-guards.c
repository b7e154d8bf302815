/* SPDX-License-Identifier: MIT */
/*
 * The system refuses to make guards: mprotect gives an error. Then pthread_create says EAGAIN and
 * leaves nothing of what it had mapped; a thread with no guard, or on the program's own stack, can
 * be created as ever.
 */
#include "filter.h"

enum { ATTEMPTS = 40, STACK = 512 << 10 };

static int given;

static void *routine(void *arg)
{
    return arg;
}

static void create(const pthread_attr_t *attr)
{
    pthread_t thread;

    CHECK_EQ(pthread_create(&thread, attr, routine, &given), 0);
    CHECK(test_finish(thread) == &given);
}

int main(int argc, char **argv)
{
    static char own[STACK] __attribute__((aligned(TEST_PAGE)));
    pthread_attr_t guarded, bare, on_own;
    pthread_t thread;
    long before;

    CHECK_EQ(pthread_attr_init(&guarded), 0);
    CHECK_EQ(pthread_attr_setstacksize(&guarded, STACK), 0);
    CHECK_EQ(pthread_attr_init(&bare), 0);
    CHECK_EQ(pthread_attr_setstacksize(&bare, STACK), 0);
    CHECK_EQ(pthread_attr_setguardsize(&bare, 0), 0);
    CHECK_EQ(pthread_attr_init(&on_own), 0);
    CHECK_EQ(pthread_attr_setstack(&on_own, own, STACK), 0);
    create(NULL); /* the first sets things up */

    refuse_system_calls(TEST_NR_mprotect, TEST_NR_mprotect,
                        argc > 1 && test_same(argv[1], "EPERM") ? EPERM : ENOMEM);
    /* The first failure gives back what is kept. */
    CHECK_EQ(pthread_create(&thread, &guarded, routine, NULL), EAGAIN);
    before = test_status("VmSize:");
    for (int i = 0; i < ATTEMPTS; i++)
        CHECK_EQ(pthread_create(&thread, &guarded, routine, NULL), EAGAIN);
    CHECK_EQ(test_status("VmSize:"), before);
    CHECK_EQ(test_status("Threads:"), 1);
    for (int i = 0; i < 3; i++) {
        create(&bare);
        create(&on_own);
    }
    /* Nor is one taken for the other. */
    CHECK_EQ(pthread_create(&thread, &guarded, routine, NULL), EAGAIN);
    return 0;
}
