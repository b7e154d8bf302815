/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP a reader waits as long as a writer waits, in
 * all ways to lock. When the writer gives up, the readers go on.
 */
#include "rwlocks.h"

static pthread_rwlock_t lock;

static int timedrdlock_brief(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 50);

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
    pthread_rwlockattr_t attr;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP), 0);
    CHECK_EQ(pthread_rwlock_init(&lock, &attr), 0);
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
        CHECK_EQ(elsewhere(tryrdlock_once, &lock), EBUSY);
        CHECK_EQ(LOAD(&reader.returned), 0);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        CHECK_EQ(waiter_result(&writer), 0);
        CHECK_EQ(waiter_result(&reader), 0);
    }
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    return 0;
}
