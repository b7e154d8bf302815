/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value of thread does not refer to a joinable thread (POSIX: undefined): one that
 * runs, and the initial one.
 */
#include "pthin-alone.h"

static struct gate up;

static void *join_main(void *arg)
{
    CHECK_EQ(pthread_join(*(pthread_t *)arg, NULL), EINVAL);
    gate_open(&up);
    return arg;
}

int main(void)
{
    pthread_t thread = alone_detached();
    pthread_t self = pthread_self();
    void *value = &value;

    for (int i = 0; i < 10; i++)
        CHECK_EQ(pthread_join(thread, &value), EINVAL);
    CHECK_EQ(value, &value);
    alone_detached_end();
    CHECK_EQ(pthread_detach(self), 0);
    CHECK_EQ(pthin_thread_detach(alone_start(join_main, &self)), 0);
    gate_wait(&up); /* who joins it would be found waiting in a circle */
    return 0;
}
