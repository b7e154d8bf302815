/* SPDX-License-Identifier: MIT */
/*
 * When the last reader unlocks, a waiting writer gets the lock.
 */
#include "test.h"

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static pid_t tid;
static int written;

static void *writer(void *arg)
{
    STORE(&tid, test_gettid());
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    STORE(&written, 1);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    return arg;
}

int main(void)
{
    for (int i = 0; i < 10; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        STORE(&written, 0);
        for (int n = 0; n < 3; n++)
            CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        thread = test_start(writer, NULL);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        for (int n = 0; n < 3; n++) {
            CHECK_EQ(LOAD(&written), 0);
            CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        }
        test_finish(thread);
        CHECK_EQ(LOAD(&written), 1);
    }
    return 0;
}
