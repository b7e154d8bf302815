/* SPDX-License-Identifier: MIT */
/* Creates a thread. */
#include <pthread.h>

static void *routine(void *arg)
{
    return arg;
}

int main(void)
{
    pthread_t thread;

    return pthread_create(&thread, NULL, routine, NULL) || pthread_join(thread, NULL);
}
