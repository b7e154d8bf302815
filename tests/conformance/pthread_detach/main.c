/* SPDX-License-Identifier: MIT */
/*
 * The initial thread may be detached, and goes on.
 */
#include "test.h"

static struct gate up;

static void *routine(void *arg)
{
    CHECK_EQ(pthread_join(*(pthread_t *)arg, NULL), EINVAL);
    gate_open(&up);
    return NULL;
}

int main(void)
{
    pthread_t self = pthread_self();

    CHECK_EQ(pthread_detach(self), 0);
    test_start(routine, &self);
    gate_wait(&up);
    return 0;
}
