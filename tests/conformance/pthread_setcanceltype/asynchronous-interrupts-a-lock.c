/* SPDX-License-Identifier: MIT */
/*
 * With asynchronous cancelability a thread that is blocked where there is no cancellation point is
 * cancelled there: in pthread_mutex_lock, pthread_rwlock_wrlock, pthread_barrier_wait. The mutex
 * stays its owner's and can be used on.
 */
#include "test.h"

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static pid_t tid;
static int cleaned;

/* First with a time: so what waits on is an error and not a hang. */
static void in_timed_mutex(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 5000);

    pthread_mutex_timedlock(&mutex, &end);
}
static void in_mutex(void)
{
    pthread_mutex_lock(&mutex);
}
static void in_rwlock(void)
{
    pthread_rwlock_wrlock(&rwlock);
}
static void in_barrier(void)
{
    pthread_barrier_wait(&barrier);
}

static void clean(void *arg)
{
    (void)arg;
    cleaned++;
}

static void *routine(void *arg)
{
    pthread_cleanup_push(clean, NULL);
    CHECK_EQ(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL), 0);
    STORE(&tid, test_gettid());
    (*(void (**)(void))arg)();
    pthread_cleanup_pop(0);
    return NULL;
}

int main(void)
{
    static void (*const calls[])(void) = {in_timed_mutex, in_mutex, in_rwlock, in_barrier};

    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_rwlock_rdlock(&rwlock), 0);
    for (int i = 0; i < 4; i++) {
        pthread_t thread;

        STORE(&tid, 0);
        thread = test_start(routine, (void *)&calls[i]);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        CHECK_EQ(pthread_cancel(thread), 0);
        CHECK(test_finish(thread) == PTHREAD_CANCELED);
        CHECK_EQ(cleaned, i + 1);
    }
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return 0;
}
