/* SPDX-License-Identifier: MIT */
/*
 * A wait that is cancelled has taken no token, and one that took a token is not cancelled; a wake
 * that the cancelled thread had been given goes to the other waiter. (That one waits with a time,
 * so that a wake that is lost is an error and not a hang.)
 */
#include "shared.h"

enum { N = 600 };
static sem_t sem;
static pid_t tids[2];

static void *other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 5000);

    STORE((pid_t *)arg, test_gettid());
    CHECK_EQ(sem_timedwait(&sem, &end), 0);
    return arg;
}

static void *waiter(void *arg)
{
    STORE((pid_t *)arg, test_gettid());
    CHECK_EQ(sem_wait(&sem), 0);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL), 0);
    return arg;
}

int main(void)
{
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < N; i++) {
        pthread_t one, two;
        void *result;

        STORE(&tids[0], 0);
        STORE(&tids[1], 0);
        one = test_start(waiter, &tids[0]);
        two = test_start(other, &tids[1]);
        if (i % 2) {
            WAIT_UNTIL(LOAD(&tids[0]) != 0 && LOAD(&tids[1]) != 0);
            wait_until_blocked(tids[0]);
            wait_until_blocked(tids[1]);
        }
        if (i % 4 < 2) {
            CHECK_EQ(sem_post(&sem), 0);
            CHECK_EQ(pthread_cancel(one), 0);
        } else {
            CHECK_EQ(pthread_cancel(one), 0);
            CHECK_EQ(sem_post(&sem), 0);
        }
        result = test_finish(one);
        if (result != PTHREAD_CANCELED)
            CHECK_EQ(sem_post(&sem), 0);
        CHECK(test_finish(two) == &tids[1]);
        CHECK_FAILS(sem_trywait(&sem), EAGAIN);
    }
    return 0;
}
