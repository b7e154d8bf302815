/* SPDX-License-Identifier: MIT */
/*
 * Timers with SIGEV_THREAD: the function runs in a thread of its own, gets its value, and may use
 * the pthread functions; key values do not go from one notification to the next.
 */
#include "test.h"

static pthread_t main_thread;
static pthread_key_t key;
static int fired[2], destroyed;

static void destroy(void *value)
{
    CHECK_EQ(value, 5);
    ADD(&destroyed, 1);
}

static void *leaf(void *arg)
{
    return arg;
}

static void notify(union sigval value)
{
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

    CHECK(!pthread_equal(pthread_self(), main_thread));
    CHECK(value.sival_int == 0 || value.sival_int == 1);
    CHECK_EQ(pthread_getspecific(key), 0);
    CHECK_EQ(pthread_setspecific(key, (void *)5), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(test_finish(test_start(leaf, (void *)3)), 3);
    errno = 99;
    ADD(&fired[value.sival_int], 1);
}

int main(void)
{
    struct itimerspec often = {.it_value = {0, 1000000}, .it_interval = {0, 1000000}};
    struct itimerspec once = {.it_value = {0, 1000000}};
    struct sigevent event;
    timer_t timer[2];

    main_thread = pthread_self();
    CHECK_EQ(pthread_key_create(&key, destroy), 0);
    for (int i = 0; i < 2; i++) {
        memset(&event, 0, sizeof event);
        event.sigev_notify = SIGEV_THREAD;
        event.sigev_notify_function = notify;
        event.sigev_value.sival_int = i;
        CHECK_EQ(timer_create(i ? CLOCK_REALTIME : CLOCK_MONOTONIC, &event, &timer[i]), 0);
    }
    errno = 7;
    CHECK_EQ(timer_settime(timer[0], 0, &often, NULL), 0);
    CHECK_EQ(timer_settime(timer[1], 0, &once, NULL), 0);
    WAIT_UNTIL(LOAD(&fired[0]) >= 15);
    WAIT_UNTIL(LOAD(&fired[1]) == 1);
    WAIT_UNTIL(LOAD(&destroyed) >= 10);
    CHECK_EQ(errno, 7);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(timer_delete(timer[i]), 0);
    CHECK_EQ(LOAD(&fired[1]), 1);
    return 0;
}
