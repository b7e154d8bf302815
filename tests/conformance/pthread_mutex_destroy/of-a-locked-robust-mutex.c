/* SPDX-License-Identifier: MIT */
/*
 * A robust mutex can be destroyed whoever has it (POSIX: EBUSY may be given; no libc does), for an
 * owner may be gone without a chance to unlock it, and nothing else would end the mutex: locked by
 * the caller, by another thread, by one that died, or by one that was told that the last owner had;
 * of a mutex that was made useless, too. The memory can then have a new mutex.
 */
#include "mutexes.h"

static struct gate has_it, go_on;

static int hold(void *mutex)
{
    int error = pthread_mutex_lock(mutex);

    gate_open(&has_it);
    gate_wait(&go_on);
    return error;
}

static int lock_useless(void *mutex)
{
    CHECK_EQ(pthread_mutex_lock(mutex), EOWNERDEAD);
    return pthread_mutex_unlock(mutex);
}

/* Threads have robust mutexes on a list: memory that somebody may have there is not used again. */
static pthread_mutex_t *fresh(void)
{
    static pthread_mutex_t mutexes[3 * ROBUST_SORTS];
    static int used;

    return &mutexes[used++];
}

static void check(struct mutex_sort sort)
{
    pthread_mutex_t *mutex = fresh();
    struct waiter holder;

    mutex_make(mutex, sort);
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);

    mutex = fresh();
    has_it = go_on = (struct gate){0};
    mutex_make(mutex, sort);
    waiter_start(&holder, NULL, hold, mutex);
    gate_wait(&has_it);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);
    gate_open(&go_on);
    CHECK_EQ(waiter_result(&holder), 0);

    mutex = fresh();
    mutex_make(mutex, sort);
    mutex_abandon(mutex);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);
    mutex_make(mutex, sort);
    mutex_abandon(mutex);
    CHECK_EQ(elsewhere(call_lock, mutex), EOWNERDEAD);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);
    mutex_make(mutex, sort);
    mutex_abandon(mutex);
    CHECK_EQ(elsewhere(lock_useless, mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);
    mutex_make(mutex, sort);
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
    CHECK_EQ(pthread_mutex_destroy(mutex), 0);
}

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++)
        check(robust_sort(i));
    return 0;
}
