/* SPDX-License-Identifier: MIT */
/*
 * pthread_rwlockattr_getkind_np gives the kind that was set, whatever the other attribute is.
 */
#include "test.h"

int main(void)
{
    static const int values[] = {PTHREAD_RWLOCK_PREFER_WRITER_NP,
                                 PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP,
                                 PTHREAD_RWLOCK_PREFER_READER_NP};
    static const int others[] = {PTHREAD_PROCESS_SHARED, PTHREAD_PROCESS_PRIVATE};
    pthread_rwlockattr_t attr;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++) {
        for (int k = 0; k < (int)(sizeof others / sizeof *others); k++) {
            int value = -1;

            CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, values[i]), 0);
            CHECK_EQ(pthread_rwlockattr_setpshared(&attr, others[k]), 0);
            CHECK_EQ(pthread_rwlockattr_getkind_np(&attr, &value), 0);
            CHECK_EQ(value, values[i]);
        }
    }
    CHECK_EQ(pthread_rwlockattr_destroy(&attr), 0);
    return 0;
}
