/* SPDX-License-Identifier: MIT */
/*
 * Posts and timeouts race: each token is taken by exactly one wait, or is still there.
 */
#include "shared.h"

enum { WAITERS = 6, POSTS = 20000 };
static sem_t sem;
static int taken, stop;

static void *waiter(void *arg)
{
    unsigned random = (unsigned)(uintptr_t)arg;

    while (!LOAD(&stop)) {
        struct timespec end = now_plus_ms(CLOCK_REALTIME, 0);

        random = random * 1103515245 + 12345;
        end.tv_nsec += random / 65536 % 100 * 1000;
        if (end.tv_nsec >= 1000000000) {
            end.tv_nsec -= 1000000000;
            end.tv_sec++;
        }
        errno = 0;
        if (sem_timedwait(&sem, &end) == 0)
            ADD(&taken, 1);
        else
            CHECK_EQ(errno, ETIMEDOUT);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[WAITERS];

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < WAITERS; i++)
        thread[i] = test_start(waiter, (void *)(uintptr_t)(i + 1));
    for (int i = 0; i < POSTS; i++) {
        CHECK_EQ(sem_post(&sem), 0);
        if (i % 200 == 0)
            test_nap();
    }
    STORE(&stop, 1);
    for (int i = 0; i < WAITERS; i++)
        test_finish(thread[i]);
    CHECK_EQ(taken + test_value(&sem), POSTS);
    return 0;
}
