/* SPDX-License-Identifier: MIT */
/*
 * Condition variables: each token that is put is signalled once, and has to be taken. Consumers
 * wait for ever, or until a time that comes at any moment, or are cancelled at any moment; a
 * signal that such a wait had been given must come to another. Consumers are of all priorities.
 */
#include "stress.h"

enum { CONSUMERS = 4, PRODUCERS = 2, TOKENS_MOST = 3, STOP = 1000000 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t has_token = PTHREAD_COND_INITIALIZER, has_room = PTHREAD_COND_INITIALIZER;
static int tokens;
static long put, taken;

static void unlock(void *arg)
{
    pthread_mutex_unlock(arg);
}

/* Takes one token, or is cancelled. */
static void *take(void *arg)
{
    unsigned *seed = arg;
    const int timed = stress_random(seed, 2) == 0;

    stress_priority(seed);
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, &mutex);
    while (tokens == 0) {
        struct timespec soon = stress_soon(seed, 60);
        int err = timed ? pthread_cond_timedwait(&has_token, &mutex, &soon)
                        : pthread_cond_wait(&has_token, &mutex);
        CHECK(err == 0 || (timed && err == ETIMEDOUT));
    }
    if (tokens < STOP) {
        tokens--;
        taken++;
        CHECK_EQ(pthread_cond_signal(&has_room), 0);
    }
    pthread_cleanup_pop(1);
    stress_normal();
    return NULL;
}

static void consume(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        if (stress_random(&seed, 3) != 0) {
            take(&seed);
        } else {
            unsigned its_seed = seed;
            pthread_t thread = test_start(take, &its_seed);

            for (unsigned i = stress_random(&seed, 300); i > 0; i--)
                LAUNDER(i);
            pthread_cancel(thread);
            test_finish(thread);
        }
    }
}

static void produce(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        pthread_mutex_lock(&mutex);
        while (tokens >= TOKENS_MOST && tokens < STOP)
            CHECK_EQ(pthread_cond_wait(&has_room, &mutex), 0);
        if (tokens < STOP) {
            tokens++;
            put++;
        }
        int inside = stress_random(&seed, 2) == 0;
        if (inside)
            pthread_cond_signal(&has_token);
        pthread_mutex_unlock(&mutex);
        if (!inside)
            pthread_cond_signal(&has_token);
    }
}

static long before;

static void body(int me)
{
    if (me < CONSUMERS)
        consume(me);
    else
        produce(me);
}

/* Nothing moves any more although there is time: a signal was lost. */
static void *watch(void *arg)
{
    (void)arg;
    while (stress_goes_on()) {
        long long bound = test_now_ns(CLOCK_MONOTONIC) + 10 * TEST_SECOND;
        long seen = LOAD(&taken);

        while (stress_goes_on() && LOAD(&taken) == seen) {
            test_nap();
            if (test_now_ns(CLOCK_MONOTONIC) > bound)
                test_fail(__FILE__, __LINE__, "no token was taken for 10 seconds");
        }
    }
    pthread_mutex_lock(&mutex);
    before = tokens;
    tokens = STOP;
    pthread_cond_broadcast(&has_token);
    pthread_cond_broadcast(&has_room);
    pthread_mutex_unlock(&mutex);
    return NULL;
}

/* With no time and nobody cancelled, and one token at a time: here a single lost signal stops all.
 */
static int turn;

static void pass(int me)
{
    int n = CONSUMERS;

    for (;;) {
        pthread_mutex_lock(&mutex);
        while (turn >= 0 && turn % n != me)
            pthread_cond_wait(&has_token, &mutex);
        if (turn >= 0)
            turn = stress_goes_on() ? turn + 1 : -1;
        int over = turn < 0;
        pthread_cond_broadcast(&has_token);
        pthread_mutex_unlock(&mutex);
        if (over)
            return;
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    pthread_t watcher = test_start(watch, NULL);
    stress_run(body, CONSUMERS + PRODUCERS);
    test_finish(watcher);
    CHECK_EQ(put, taken + before);

    stress_end = test_now_ns(CLOCK_MONOTONIC) + TEST_SECOND / 4;
    stress_run(pass, CONSUMERS);
    return 0;
}
