/* SPDX-License-Identifier: MIT */
/*
 * By its owner: EDEADLK on an error-checking mutex, one more lock on a recursive one, ETIMEDOUT,
 * where there is a time, on a normal or adaptive one; whatever the protocol and the robustness.
 */
#include "mutexes.h"

static int lock_for_ms(pthread_mutex_t *mutex)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 2);
    int error = pthread_mutex_timedlock(mutex, &end);

    if (error == ETIMEDOUT)
        CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    return error;
}

int main(void)
{
    for (int i = 0; i < MUTEX_SORTS; i++) {
        struct mutex_sort sort = mutex_sort(i);
        pthread_mutex_t mutex;

        mutex_make(&mutex, sort);
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        switch (sort.type) {
        case PTHREAD_MUTEX_ERRORCHECK:
            CHECK_EQ(pthread_mutex_lock(&mutex), EDEADLK);
            CHECK_EQ(lock_for_ms(&mutex), EDEADLK);
            break;
        case PTHREAD_MUTEX_RECURSIVE:
            CHECK_EQ(pthread_mutex_lock(&mutex), 0);
            CHECK_EQ(lock_for_ms(&mutex), 0);
            for (int k = 0; k < 2; k++) {
                CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
                CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
            }
            break;
        default:
            CHECK_EQ(lock_for_ms(&mutex), ETIMEDOUT);
        }
        CHECK_EQ(elsewhere(call_trylock, &mutex), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_trylock(&mutex), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
        CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    }
    return 0;
}
