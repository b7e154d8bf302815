/* SPDX-License-Identifier: MIT */
/*
 * Writers do not starve: by default a reader waits while a writer waits, in all ways to lock (POSIX
 * leaves it open), unless it has a read lock already, for then it would wait for itself. When the
 * writer gives up, the readers go on.
 */
#include "rwlocks.h"

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static int timedrdlock_brief(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 2);

    CHECK_EQ(pthread_rwlock_timedrdlock(&lock, &end), ETIMEDOUT);
    CHECK(test_now_ns(CLOCK_REALTIME) >= test_ns(end));
    return arg != NULL;
}

static struct timespec writer_end;

static int write_until(void *arg)
{
    (void)arg;
    return unlock_if(pthread_rwlock_timedwrlock(&lock, &writer_end), &lock);
}

int main(void)
{
    for (int gives_up = 0; gives_up < 2; gives_up++) {
        struct waiter writer, reader;

        CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        writer_end = now_plus_ms(CLOCK_REALTIME, gives_up ? 300 : TEST_BOUND_MS);
        waiter_start(&writer, NULL, write_until, NULL);
        WAIT_UNTIL(LOAD(&writer.tid) != 0);
        WAIT_UNTIL(test_is_blocked(writer.tid) || LOAD(&writer.returned));
        if (gives_up) {
            waiter_start(&reader, NULL, rdlock_once, &lock);
            CHECK_EQ(waiter_result(&writer), ETIMEDOUT);
            CHECK_EQ(waiter_result(&reader), 0);
            CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
            continue;
        }
        CHECK_EQ(elsewhere(tryrdlock_once, &lock), EBUSY);
        CHECK_EQ(elsewhere(timedrdlock_brief, NULL), 0);
        waiter_block(&reader, rdlock_once, &lock);
        CHECK_EQ(pthread_rwlock_tryrdlock(&lock), 0);
        CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        for (int i = 0; i < 3; i++) {
            CHECK_EQ(LOAD(&reader.returned), 0);
            CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        }
        CHECK_EQ(waiter_result(&writer), 0);
        CHECK_EQ(waiter_result(&reader), 0);
    }
    return 0;
}
