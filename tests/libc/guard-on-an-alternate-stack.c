/* SPDX-License-Identifier: MIT */
/*
 * A program can handle the overflow of a thread's stack: SIGSEGV comes to a handler on an alternate
 * stack, with the address in the guard area, and the thread can be left by siglongjmp and go on.
 */
#include "test.h"

#include <setjmp.h>

static _Thread_local sigjmp_buf back;
static _Thread_local void *volatile fault;
static volatile char sink;

static void handler(int sig, siginfo_t *info, void *context)
{
    (void)context;
    CHECK_EQ(sig, SIGSEGV);
    fault = info->si_addr;
    siglongjmp(back, 1);
}

static __attribute__((noinline)) int recurse(volatile int depth)
{
    volatile char block[1024];

    block[0] = (char)depth;
    if (depth < 100000000)
        recurse(depth + 1);
    sink = block[0];
    return block[0];
}

static void *routine(void *arg)
{
    stack_t stack = {.ss_sp = TEST_MAP(65536), .ss_size = 65536};
    pthread_attr_t attr;
    void *low;
    size_t size, guard;

    CHECK_EQ(sigaltstack(&stack, NULL), 0);
    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK_EQ(pthread_attr_getguardsize(&attr, &guard), 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    for (int i = 0; i < 3; i++) {
        fault = NULL;
        if (sigsetjmp(back, 1) == 0) {
            recurse(0);
            CHECK(!"no overflow");
        }
        CHECK((char *)fault < (char *)low);
        CHECK((char *)fault >= (char *)low - guard);
    }
    stack.ss_flags = SS_DISABLE;
    CHECK_EQ(sigaltstack(&stack, NULL), 0);
    test_unmap(stack.ss_sp, 65536);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    pthread_attr_t attr;
    pthread_t thread[4];

    CHECK_EQ(sigaction(SIGSEGV, &action, NULL), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, 256 * 1024), 0);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(pthread_create(&thread[i], &attr, routine, (void *)(intptr_t)i), 0);
    for (int i = 0; i < 4; i++)
        CHECK_EQ(test_finish(thread[i]), i);
    return 0;
}
