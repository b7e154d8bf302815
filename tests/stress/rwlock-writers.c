/* SPDX-License-Identifier: MIT */
/*
 * Writers do not starve: readers follow each other so closely that the lock is never free of them
 * by itself, and a writer gets it all the same, again and again. With reads of no time, which are
 * over at once, and with reads of some milliseconds.
 */
#include "stress.h"

enum { READERS_MOST = 8, WRITES = 10, WRITE_BOUND_MS = 10000 };

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int readers, milliseconds, writes;

/* Until the writer has had it often enough. */
static void use(int me)
{
    if (me == 0) {
        do {
            struct timespec end = now_plus_ms(CLOCK_REALTIME, WRITE_BOUND_MS);

            CHECK_EQ(pthread_rwlock_timedwrlock(&lock, &end), 0);
            CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
            test_nap();
        } while (ADD(&writes, 1) < WRITES || stress_goes_on());
        return;
    }
    while (LOAD(&writes) < WRITES || stress_goes_on()) {
        struct timespec t = {.tv_nsec = milliseconds * 1000000};

        CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        if (milliseconds)
            TEST_SYS4(clock_nanosleep, CLOCK_MONOTONIC, 0, &t, NULL);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
}

int main(int argc, char **argv)
{
    static const int reads[] = {0, 1, 5};

    for (int i = 0; i < 3; i++) {
        for (readers = 2; readers <= READERS_MOST; readers *= 4) {
            stress_begin(argc, argv);
            stress_end -= (stress_end - test_now_ns(CLOCK_MONOTONIC)) * 5 / 6;
            milliseconds = reads[i];
            STORE(&writes, 0);
            stress_run(use, readers + 1);
        }
    }
    return 0;
}
