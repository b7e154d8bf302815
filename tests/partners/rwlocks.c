/* SPDX-License-Identifier: MIT */
/*
 * Two processes share a read-write lock: a writer on one side excludes the other, readers exclude
 * its writers and let its readers in, and who waits gets it when it is unlocked.
 */
#include "partners.h"

enum { ROUNDS = 2000 };
enum { LOCK }; /* places */

static pthread_rwlock_t *lock;

static void unlock(void)
{
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
}

/* The owner keeps the other from what it must not have, and the other waits for that. */
static void one_has_it(int owner, int (*own)(pthread_rwlock_t *), int (*wait)(pthread_rwlock_t *))
{
    int reads = own == pthread_rwlock_rdlock;

    if (me == owner) {
        CHECK_EQ(own(lock), 0);
        STORE(&p->value, 1);
        meet();
        wait_for_waiter();
        STORE(&p->value, 2);
        unlock();
    } else {
        struct timespec soon;

        meet();
        CHECK_EQ(pthread_rwlock_tryrdlock(lock), reads ? 0 : EBUSY);
        if (reads)
            unlock();
        CHECK_EQ(pthread_rwlock_trywrlock(lock), EBUSY);
        soon = now_plus_ms(CLOCK_REALTIME, 3);
        CHECK_EQ(pthread_rwlock_timedrdlock(lock, &soon), reads ? 0 : ETIMEDOUT);
        if (reads)
            unlock();
        soon = now_plus_ms(CLOCK_REALTIME, 3);
        CHECK_EQ(pthread_rwlock_timedwrlock(lock, &soon), ETIMEDOUT);
        will_wait();
        CHECK_EQ(wait(lock), 0);
        CHECK_EQ(LOAD(&p->value), 2);
        unlock();
    }
    meet();
}

/* Writers make the two numbers differ for a while. */
static void contend(void)
{
    volatile int *first = &p->value, *second = &p->count;
    struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    if (me == 0)
        *first = *second = 0;
    meet();
    for (int i = 0; i < ROUNDS; i++) {
        CHECK_EQ(i % 2 ? pthread_rwlock_wrlock(lock) : pthread_rwlock_timedwrlock(lock, &far), 0);
        ++*first;
        if (i % 16 == 0)
            sched_yield();
        ++*second;
        unlock();
        CHECK_EQ(i % 2 ? pthread_rwlock_rdlock(lock) : pthread_rwlock_timedrdlock(lock, &far), 0);
        CHECK_EQ(*first, *second);
        if (i % 16 == 1)
            sched_yield();
        CHECK_EQ(*first, *second);
        unlock();
    }
    meet();
    CHECK_EQ(*first, 2 * ROUNDS);
    meet();
}

static void partner_child(void) {}

static void partner(void)
{
    static const int kinds[] = {PTHREAD_RWLOCK_PREFER_READER_NP,
                                PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP};

    lock = partner_object(LOCK);
    for (int i = 0; i < 2; i++) {
        if (me == 0) {
            pthread_rwlockattr_t attr;

            CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
            CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
            CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, kinds[i]), 0);
            CHECK_EQ(pthread_rwlock_init(lock, &attr), 0);
        }
        meet();
        for (int owner = 0; owner < 2; owner++) {
            one_has_it(owner, pthread_rwlock_wrlock, pthread_rwlock_wrlock);
            one_has_it(owner, pthread_rwlock_wrlock, pthread_rwlock_rdlock);
            one_has_it(owner, pthread_rwlock_rdlock, pthread_rwlock_wrlock);
        }
        contend();
        if (me == i) /* either side destroys what the first made */
            CHECK_EQ(pthread_rwlock_destroy(lock), 0);
        meet();
    }
}
