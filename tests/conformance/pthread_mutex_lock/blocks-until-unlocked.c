/* SPDX-License-Identifier: MIT */
/*
 * If the mutex is already locked by another thread, the caller shall block until it becomes
 * available, and it then owns it.
 */
#include "waiter.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int released;

static int lock_released(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(LOAD(&released), 1);
    CHECK_EQ(pthread_mutex_trylock(&mutex), EBUSY);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg != NULL;
}

int main(void)
{
    for (int i = 0; i < 10; i++) {
        struct waiter waiter;

        STORE(&released, 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        waiter_block(&waiter, lock_released, NULL);
        STORE(&released, 1);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(waiter_result(&waiter), 0);
    }
    return 0;
}
