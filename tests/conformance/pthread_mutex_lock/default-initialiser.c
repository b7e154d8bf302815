/* SPDX-License-Identifier: MIT */
/*
 * PTHREAD_MUTEX_INITIALIZER is equivalent to initialization with default attributes; an all-zero
 * object is what it gives on Linux, so zeroed memory from either libc's headers works too.
 */
#include "test.h"

static pthread_mutex_t fixed = PTHREAD_MUTEX_INITIALIZER;

int main(void)
{
    pthread_mutex_t automatic = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_t *zero = TEST_MAP(sizeof *zero);
    pthread_mutex_t *all[] = {&fixed, &automatic, zero};

    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_mutex_lock(all[i]), 0);
        CHECK_EQ(pthread_mutex_trylock(all[i]), EBUSY);
        CHECK_EQ(pthread_mutex_unlock(all[i]), 0);
        CHECK_EQ(pthread_mutex_trylock(all[i]), 0);
        CHECK_EQ(pthread_mutex_unlock(all[i]), 0);
        CHECK_EQ(pthread_mutex_destroy(all[i]), 0);
    }
    return 0;
}
