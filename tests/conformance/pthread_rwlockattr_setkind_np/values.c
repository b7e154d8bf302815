/* SPDX-License-Identifier: MIT */
/*
 * Default PTHREAD_RWLOCK_PREFER_READER_NP by its number; set and get agree; EINVAL for others,
 * which change nothing.
 */
#include "test.h"

int main(void)
{
    static const int kinds[] = {PTHREAD_RWLOCK_PREFER_WRITER_NP,
                                PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP,
                                PTHREAD_RWLOCK_PREFER_READER_NP};
    static const int wrong[] = {-1, 3, 0x100};
    pthread_rwlockattr_t attr;
    int value = -1;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_getkind_np(&attr, &value), 0);
    CHECK_EQ(value, PTHREAD_RWLOCK_DEFAULT_NP);
    for (int i = 0; i < 3; i++) {
        CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, kinds[i]), 0);
        for (int k = 0; k < 3; k++)
            CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, wrong[k]), EINVAL);
        CHECK_EQ(pthread_rwlockattr_getkind_np(&attr, &value), 0);
        CHECK_EQ(value, kinds[i]);
    }
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    return 0;
}
