/* SPDX-License-Identifier: MIT */
/*
 * EAGAIN if the maximum number of locks of a recursive mutex is reached, from every way to lock; it
 * stays locked as often as it was, and there is one more lock again after an unlock. Nobody gets
 * there by locking in the time of a test: the word of the mutex that counts is found, and written.
 */
#include <limits.h>

#include "mutexes.h"

enum { WORDS = sizeof(pthread_mutex_t) / sizeof(unsigned) };

static unsigned *counter(pthread_mutex_t *mutex)
{
    unsigned *words = (unsigned *)mutex, before[WORDS], *found = NULL;

    for (int i = 0; i < WORDS; i++)
        before[i] = words[i];
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
    for (int i = 0; i < WORDS; i++) {
        if (words[i] == before[i])
            continue;
        CHECK_EQ(words[i], before[i] + 1);
        CHECK(found == NULL);
        found = &words[i];
    }
    CHECK(found != NULL);
    return found;
}

/* Where counters are ints, and where they are unsigned. */
static void set_to_the_most(pthread_mutex_t *mutex, volatile unsigned *count)
{
    *count = INT_MAX;
    if (pthread_mutex_lock(mutex) != EAGAIN)
        *count = UINT_MAX;
}

static int lock_once(void *mutex)
{
    return unlock_if_locked(pthread_mutex_trylock(mutex), mutex);
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        pthread_mutex_t mutex;
        volatile unsigned *count;
        unsigned few;

        if (sort.type != PTHREAD_MUTEX_RECURSIVE)
            continue;
        mutex_make(&mutex, sort);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        count = counter(&mutex);
        few = *count;

        set_to_the_most(&mutex, count);
        for (int k = 0; k < 2; k++) {
            CHECK_EQ(pthread_mutex_lock(&mutex), EAGAIN);
            CHECK_EQ(pthread_mutex_trylock(&mutex), EAGAIN);
            CHECK_EQ(call_timedlock(&mutex), EAGAIN);
            CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
            CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        }

        *count = few;
        for (int k = 0; k < 3; k++) {
            CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        }
        CHECK_EQ(elsewhere(lock_once, &mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
