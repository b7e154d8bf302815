/* SPDX-License-Identifier: MIT */
/*
 * Read-write locks: readers see no half-written data, writers lose no update, nobody sleeps for
 * ever when others give up waiting. And the last writer to hold a lock unmaps it as soon as it has
 * unlocked it.
 */
#include "stress.h"

enum { THREADS = 4 };

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static long a, b, writes;

static void use(int me)
{
    unsigned seed = (unsigned)me + 1;

    while (stress_goes_on()) {
        int writes_now = stress_random(&seed, 3) == 0, err;
        struct timespec soon = stress_soon(&seed, 30);

        switch (stress_random(&seed, 3)) {
        case 0:
            err = writes_now ? pthread_rwlock_timedwrlock(&lock, &soon)
                             : pthread_rwlock_timedrdlock(&lock, &soon);
            CHECK(err == 0 || err == ETIMEDOUT);
            break;
        case 1:
            err = writes_now ? pthread_rwlock_trywrlock(&lock) : pthread_rwlock_tryrdlock(&lock);
            CHECK(err == 0 || err == EBUSY);
            break;
        default:
            err = writes_now ? pthread_rwlock_wrlock(&lock) : pthread_rwlock_rdlock(&lock);
            CHECK_EQ(err, 0);
        }
        if (err)
            continue;
        if (writes_now) {
            a++;
            for (unsigned i = stress_random(&seed, 50); i > 0; i--)
                LAUNDER(i);
            b++;
        } else {
            CHECK_EQ(LAUNDER(a), LAUNDER(b));
        }
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
        if (writes_now)
            ADD(&writes, 1);
    }
}

static struct object {
    pthread_rwlock_t lock;
    int users;
} * object;

static void make(void)
{
    object = test_map(TEST_PAGE);
    CHECK_EQ(pthread_rwlock_init(&object->lock, NULL), 0);
    object->users = THREADS;
}

static void unmap(int me)
{
    while (stress_meet(THREADS, make)) {
        struct object *o = object;

        if (me % 2) {
            CHECK_EQ(pthread_rwlock_rdlock(&o->lock), 0);
            LAUNDER(o->users);
            CHECK_EQ(pthread_rwlock_unlock(&o->lock), 0);
        }
        CHECK_EQ(pthread_rwlock_wrlock(&o->lock), 0);
        int last = --o->users == 0;
        CHECK_EQ(pthread_rwlock_unlock(&o->lock), 0);
        if (last)
            test_unmap(o, TEST_PAGE);
    }
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    stress_end -= (stress_end - test_now_ns(CLOCK_MONOTONIC)) / 2;
    stress_run(use, THREADS);
    CHECK_EQ(a, writes);
    stress_begin(argc, argv);
    stress_run(unmap, THREADS);
    return 0;
}
