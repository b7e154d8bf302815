/* SPDX-License-Identifier: MIT */
/*
 * Of a lock that nobody holds (POSIX: undefined): EINVAL, and nothing changes. (In both libcs it
 * succeeds and breaks the lock.)
 */
#include "test.h"

int main(void)
{
    pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
    int err = pthread_rwlock_unlock(&lock);

    if (err == 0)
        TEST_SKIP("not detected");
    CHECK_EQ(err, EINVAL);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), EINVAL);
    CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), EINVAL);
    return 0;
}
