/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork nobody waits at a barrier where threads of the parent waited: it can be
 * destroyed, made anew and used; or used as it is, by as many threads as it is for.
 */
#include "forks.h"
#include "waiter.h"

enum { THREADS = 3 };
static pthread_barrier_t barrier;

static int wait_there(void *arg)
{
    (void)arg;
    return pthread_barrier_wait(&barrier);
}

static void use(void)
{
    for (int round = 0; round < 2; round++) {
        struct waiter waiter[THREADS - 1];
        int serial = 0;

        for (int i = 0; i < THREADS - 1; i++)
            waiter_block(&waiter[i], wait_there, NULL);
        serial += pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD;
        for (int i = 0; i < THREADS - 1; i++)
            serial += waiter_result(&waiter[i]) == PTHREAD_BARRIER_SERIAL_THREAD;
        CHECK_EQ(serial, 1);
    }
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
}

static void destroy_first(void)
{
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, THREADS), 0);
    use();
}

int main(void)
{
    struct waiter waiter[THREADS - 1];

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, THREADS), 0);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < THREADS - 1; i++) {
            waiter_block(&waiter[i], wait_there, NULL);
            in_children(use);
            in_children(destroy_first);
        }
        CHECK_EQ(pthread_barrier_destroy(&barrier), EBUSY);
        pthread_barrier_wait(&barrier);
        for (int i = 0; i < THREADS - 1; i++)
            waiter_result(&waiter[i]);
        in_children(use);
    }
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    return 0;
}
