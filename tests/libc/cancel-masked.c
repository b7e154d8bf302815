/* SPDX-License-Identifier: MIT */
/*
 * musl's third state of cancellation, PTHREAD_CANCEL_MASKED: a thread that is cancelled is not unwound.
 * The call in which it waits fails with ECANCELED, whether it is cancelled during the call or before,
 * and cancellation is disabled from then on. A wait for a condition holds the mutex again. A call that
 * has what it waits for succeeds and changes nothing. pthread_join waits to the end. All this is so with
 * the deferred type: a thread of the asynchronous type is unwound, whether it masks or not.
 */
#include "test.h"

#include <semaphore.h>

struct waiter {
    int (*wait)(struct waiter *);
    pthread_mutex_t mutex; /* one whose unlock tells who holds it */
    pthread_cond_t cond;
    sem_t sem;
    pthread_t other;
    int type, state_before, state_after, tid;
    struct gate masked, go, gone; /* before the wait */
};

static int cond_wait(struct waiter *w)
{
    int err;

    CHECK_EQ(pthread_mutex_lock(&w->mutex), 0);
    err = pthread_cond_wait(&w->cond, &w->mutex);
    CHECK_EQ(pthread_mutex_unlock(&w->mutex), 0);
    return err;
}

static int cond_timedwait(struct waiter *w)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);
    int err;

    CHECK_EQ(pthread_mutex_lock(&w->mutex), 0);
    err = pthread_cond_timedwait(&w->cond, &w->mutex, &end);
    CHECK_EQ(pthread_mutex_unlock(&w->mutex), 0);
    return err;
}

static int wait_sem(struct waiter *w)
{
    return sem_wait(&w->sem) == 0 ? 0 : errno;
}

static int timedwait_sem(struct waiter *w)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    return sem_timedwait(&w->sem, &end) == 0 ? 0 : errno;
}

static int join(struct waiter *w)
{
    return pthread_join(w->other, NULL);
}

static void *run(void *arg)
{
    struct waiter *w = arg;
    int err, type;

    STORE(&w->tid, test_gettid());
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_MASKED, &w->state_before), 0);
    gate_open(&w->masked);
    gate_wait(&w->go);
    gate_open(&w->gone);
    pthread_testcancel();
    CHECK_EQ(pthread_setcanceltype(w->type, &type), 0);
    err = w->wait(w);
    CHECK_EQ(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &w->state_after), 0);
    return (void *)(intptr_t)err;
}

static void init(struct waiter *w, int (*wait)(struct waiter *), int shared, unsigned value)
{
    pthread_mutexattr_t mutex;
    pthread_condattr_t cond;

    memset(w, 0, sizeof *w);
    w->wait = wait;
    CHECK_EQ(pthread_mutexattr_init(&mutex), 0);
    CHECK_EQ(pthread_mutexattr_settype(&mutex, PTHREAD_MUTEX_ERRORCHECK), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&mutex, shared), 0);
    CHECK_EQ(pthread_mutex_init(&w->mutex, &mutex), 0);
    CHECK_EQ(pthread_condattr_init(&cond), 0);
    CHECK_EQ(pthread_condattr_setpshared(&cond, shared), 0);
    CHECK_EQ(pthread_cond_init(&w->cond, &cond), 0);
    CHECK_EQ(sem_init(&w->sem, shared, value), 0);
}

/* The objects are as if the wait had never been. */
static void destroy(struct waiter *w)
{
    CHECK_EQ(pthread_cond_destroy(&w->cond), 0);
    CHECK_EQ(pthread_mutex_destroy(&w->mutex), 0);
    CHECK_EQ(sem_destroy(&w->sem), 0);
}

static void is_cancelled(int (*wait)(struct waiter *), int shared, int before)
{
    struct waiter w;
    pthread_t thread;

    init(&w, wait, shared, 0);
    thread = test_start(run, &w);
    gate_wait(&w.masked);
    if (before)
        CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&w.go);
    gate_wait(&w.gone);
    if (!before) {
        wait_until_blocked(LOAD(&w.tid));
        CHECK_EQ(pthread_cancel(thread), 0);
    }
    CHECK_EQ((intptr_t)test_finish(thread), ECANCELED);
    CHECK_EQ(w.state_before, PTHREAD_CANCEL_ENABLE);
    CHECK_EQ(w.state_after, PTHREAD_CANCEL_DISABLE);
    destroy(&w);
}

static void is_unwound(int (*wait)(struct waiter *))
{
    struct waiter w;
    pthread_t thread;

    init(&w, wait, PTHREAD_PROCESS_PRIVATE, 0);
    w.type = PTHREAD_CANCEL_ASYNCHRONOUS;
    thread = test_start(run, &w);
    gate_wait(&w.masked);
    gate_open(&w.go);
    gate_wait(&w.gone);
    wait_until_blocked(LOAD(&w.tid));
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK(test_finish(thread) == PTHREAD_CANCELED);
    destroy(&w);
}

static void succeeds_at_once(int (*wait)(struct waiter *))
{
    struct waiter w;
    pthread_t thread;

    init(&w, wait, PTHREAD_PROCESS_PRIVATE, 1);
    thread = test_start(run, &w);
    gate_wait(&w.masked);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&w.go);
    CHECK_EQ((intptr_t)test_finish(thread), 0);
    CHECK_EQ(w.state_after, PTHREAD_CANCEL_MASKED);
    destroy(&w);
}

static struct gate end_of_other;

static void *other(void *arg)
{
    gate_wait(&end_of_other);
    return arg;
}

static void join_waits_to_the_end(void)
{
    struct waiter w;
    pthread_t thread;

    init(&w, join, PTHREAD_PROCESS_PRIVATE, 0);
    w.other = test_start(other, NULL);
    thread = test_start(run, &w);
    gate_wait(&w.masked);
    CHECK_EQ(pthread_cancel(thread), 0);
    gate_open(&w.go);
    gate_wait(&w.gone);
    wait_until_blocked(LOAD(&w.tid));
    gate_open(&end_of_other);
    CHECK_EQ((intptr_t)test_finish(thread), 0);
    CHECK_EQ(w.state_after, PTHREAD_CANCEL_MASKED);
    destroy(&w);
}

int main(void)
{
    static int (*const waits[])(struct waiter *) = {
        cond_wait,
        cond_timedwait,
        wait_sem,
        timedwait_sem,
    };

    for (size_t i = 0; i < sizeof waits / sizeof *waits; i++)
        for (int before = 0; before < 2; before++) {
            is_cancelled(waits[i], PTHREAD_PROCESS_PRIVATE, before);
            is_cancelled(waits[i], PTHREAD_PROCESS_SHARED, before);
        }
    is_unwound(wait_sem);
    is_unwound(timedwait_sem);
    succeeds_at_once(wait_sem);
    succeeds_at_once(timedwait_sem);
    join_waits_to_the_end();
    return 0;
}
