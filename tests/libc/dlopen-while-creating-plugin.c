/* SPDX-License-Identifier: MIT */
/* The library that dlopen-while-creating.c loads copies of. */
#include <pthread.h>
#include <stdlib.h>

static _Thread_local long data[500] = {77};

long *plugin_data(void);

long *plugin_data(void)
{
    return data;
}

/* In glibc's dlopen a constructor must not wait for a thread that has thread-local data. */
#ifndef __GLIBC__
static void *look(void *arg)
{
    if (data[0] != 77 || data[499] != 0)
        abort();
    return arg;
}

static __attribute__((constructor)) void loaded(void)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, look, NULL) != 0 || pthread_join(thread, NULL) != 0)
        abort();
}
#endif
