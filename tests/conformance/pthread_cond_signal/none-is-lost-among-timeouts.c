/* SPDX-License-Identifier: MIT */
/*
 * No wake-up is lost when some waiters time out: with short timed waits, plain waits and signals
 * all at once, every token is taken.
 */
#include "test.h"

enum { PLAIN = 2, TIMED = 2, TOKENS = 3000 };
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int tokens, taken, waiting, closed;

static void *consumer(void *arg)
{
    int timed = arg != NULL;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    for (;;) {
        while (tokens == 0 && !closed) {
            struct timespec end = now_plus_ms(CLOCK_REALTIME, 0);
            int error;

            waiting++;
            if (timed)
                error = pthread_cond_timedwait(&cond, &mutex, &end);
            else
                error = pthread_cond_wait(&cond, &mutex);
            waiting--;
            CHECK(error == 0 || (timed && error == ETIMEDOUT));
        }
        if (tokens == 0)
            break;
        tokens--;
        taken++;
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return NULL;
}

int main(void)
{
    pthread_t thread[PLAIN + TIMED];

    for (int i = 0; i < PLAIN + TIMED; i++)
        thread[i] = test_start(consumer, i < PLAIN ? NULL : (void *)1);
    for (int i = 0; i < TOKENS; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        tokens++;
        CHECK_EQ(pthread_cond_signal(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    /* All tokens go without any further signal: each was signalled. */
    {
        int seen = 0;

        WAIT_UNTIL((pthread_mutex_lock(&mutex), seen = taken, pthread_mutex_unlock(&mutex),
                    seen == TOKENS));
    }
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    closed = 1;
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    for (int i = 0; i < PLAIN + TIMED; i++)
        test_finish(thread[i]);
    CHECK_EQ(tokens, 0);
    return 0;
}
