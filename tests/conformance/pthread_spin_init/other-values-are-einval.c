/* SPDX-License-Identifier: MIT */
/*
 * EINVAL for what is neither PTHREAD_PROCESS_PRIVATE nor PTHREAD_PROCESS_SHARED (POSIX does not
 * say); with those it makes a lock that is free, of whatever was in the memory.
 */
#include "test.h"

int main(void)
{
    static const int wrong[] = {-1, 2, 0x100};
    pthread_spinlock_t lock;

    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_spin_init(&lock, wrong[i]), EINVAL);
    for (int shared = 0; shared < 2; shared++) {
        memset((void *)&lock, 0xa5, sizeof lock);
        CHECK_EQ(pthread_spin_init(&lock, shared), 0);
        CHECK_EQ(pthread_spin_trylock(&lock), 0);
        CHECK_EQ(pthread_spin_unlock(&lock), 0);
        CHECK_EQ(pthread_spin_destroy(&lock), 0);
    }
    return 0;
}
