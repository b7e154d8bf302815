/* SPDX-License-Identifier: MIT */
/* A thread and the initial thread come to the same function, where backtrace.sh looks at them. */
#include <pthread.h>

__attribute__((noinline)) int deepest(int n)
{
    __asm__ volatile("");
    return n;
}

__attribute__((noinline)) static int deeper(int n)
{
    return (n ? deeper(n - 1) : deepest(n)) + 1;
}

static void *routine(void *arg)
{
    return deeper(2) ? arg : NULL;
}

int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, routine, NULL) != 0 || pthread_join(thread, NULL) != 0)
        return 1;
    return deeper(1) == 0;
}
