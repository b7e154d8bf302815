/* SPDX-License-Identifier: MIT */
/*
 * Two processes share mutexes of every kind: each excludes the other, gets the mutex when the other
 * unlocks it, by waiting too, and hears of it when a process of the other's died with it.
 */
#include "partners.h"

enum { ROUNDS = 3000 };
enum { MUTEX }; /* places */

static const struct kind {
    const char *name;
    int type, robust, protocol;
} kinds[] = {
    {"normal", PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_STALLED, PTHREAD_PRIO_NONE},
    {"recursive", PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_STALLED, PTHREAD_PRIO_NONE},
    {"error-checking", PTHREAD_MUTEX_ERRORCHECK, PTHREAD_MUTEX_STALLED, PTHREAD_PRIO_NONE},
    {"inherit", PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_STALLED, PTHREAD_PRIO_INHERIT},
    {"inherit, recursive", PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_STALLED, PTHREAD_PRIO_INHERIT},
    {"robust", PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ROBUST, PTHREAD_PRIO_NONE},
    {"robust, recursive", PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_ROBUST, PTHREAD_PRIO_NONE},
    {"robust, inherit", PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ROBUST, PTHREAD_PRIO_INHERIT},
};

static pthread_mutex_t *mutex;

static void lock(void)
{
    CHECK_EQ(pthread_mutex_lock(mutex), 0);
}

static void unlock(void)
{
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
}

/* The first makes it. False: here are none of this kind. */
static int init(const struct kind *kind)
{
    int error;

    if (me == 0) {
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
        CHECK_EQ(pthread_mutexattr_settype(&attr, kind->type), 0);
        CHECK_EQ(pthread_mutexattr_setrobust(&attr, kind->robust), 0);
        CHECK_EQ(pthread_mutexattr_setprotocol(&attr, kind->protocol), 0);
        p->value = pthread_mutex_init(mutex, &attr);
        p->count = 0;
        CHECK(p->value == 0 || p->value == ENOTSUP);
    }
    meet();
    error = p->value;
    meet();
    if (error != 0)
        test_note("this kernel lacks what such mutexes need");
    return error == 0;
}

static void excludes(int owner)
{
    if (me == owner) {
        lock();
        STORE(&p->value, 1);
        meet();
        wait_for_waiter();
        STORE(&p->value, 2);
        unlock();
    } else {
        struct timespec soon;

        meet();
        CHECK_EQ(pthread_mutex_trylock(mutex), EBUSY);
        soon = now_plus_ms(CLOCK_REALTIME, 3);
        CHECK_EQ(pthread_mutex_timedlock(mutex, &soon), ETIMEDOUT);
        will_wait();
        lock();
        CHECK_EQ(LOAD(&p->value), 2);
        unlock();
    }
    meet();
}

static void contend(void)
{
    struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    for (int i = 0; i < ROUNDS; i++) {
        int before;

        if (i % 3 == 0)
            CHECK_EQ(pthread_mutex_timedlock(mutex, &far), 0);
        else if (i % 3 == 1 || pthread_mutex_trylock(mutex) != 0)
            lock();
        before = *(volatile int *)&p->count;
        if (i % 16 == 0)
            sched_yield();
        p->count = before + 1;
        unlock();
    }
    meet();
    CHECK_EQ(p->count, 2 * ROUNDS);
    meet();
}

/* Dies with the mutex, when it is killed. */
static void partner_child(void)
{
    mutex = partner_object(MUTEX);
    lock();
    gate_open(&p->child);
    for (;;)
        test_nap();
}

static long start_owner(void)
{
    long pid;

    STORE(&p->child.count, 0);
    pid = partner_start_child();
    gate_wait(&p->child);
    return pid;
}

static void kill_owner(long pid)
{
    CHECK_EQ(TEST_SYS2(kill, pid, 9), 0);
    CHECK_EQ(test_child_status(pid), 9);
}

/*
 * A process of one side dies with the mutex while the other waits for it; then again before anybody
 * waits. Not made consistent it is of no use any more, and both are told so. glibc's trylock then
 * leaves the mutex locked, for which glibc's own lock would wait for ever; here one side is pthin.
 */
static void dies(int side)
{
    if (me == side) {
        long pid = start_owner();

        meet();
        wait_for_waiter();
        kill_owner(pid);
        meet();
        lock();
        unlock();
        kill_owner(start_owner());
        meet();
        meet();
        CHECK_EQ(pthread_mutex_lock(mutex), ENOTRECOVERABLE);
    } else {
        meet();
        will_wait();
        CHECK_EQ(pthread_mutex_lock(mutex), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_consistent(mutex), 0);
        unlock();
        meet();
        meet();
        CHECK_EQ(pthread_mutex_trylock(mutex), EOWNERDEAD);
        unlock();
        CHECK_EQ(pthread_mutex_trylock(mutex), ENOTRECOVERABLE);
        meet();
    }
    meet();
}

/* README, Limits: what glibc keeps of a ceiling is nothing for pthin, and that is an error. */
static void ceilings(void)
{
    if (p->plain[0]) {
        pthread_mutexattr_t attr;

        CHECK_EQ(pthread_mutexattr_init(&attr), 0);
        CHECK_EQ(pthread_mutexattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
        /* The other, too: a static program that does not has nothing that knows of ceilings. */
        CHECK_EQ(pthread_mutexattr_setprotocol(&attr, PTHREAD_PRIO_PROTECT), 0);
        if (me == 0)
            CHECK_EQ(pthread_mutex_init(mutex, &attr), 0);
    }
    meet();
    if (p->plain[0] && me == 1) {
        struct timespec far = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

        CHECK_EQ(pthread_mutex_lock(mutex), EINVAL);
        CHECK_EQ(pthread_mutex_trylock(mutex), EINVAL);
        CHECK_EQ(pthread_mutex_timedlock(mutex, &far), EINVAL);
    }
    meet();
}

static void partner(void)
{
    mutex = partner_object(MUTEX);
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (me == 0)
            test_note(kinds[i].name);
        if (!init(&kinds[i]))
            continue;
        excludes(0);
        excludes(1);
        contend();
        if (me == (int)(i % 2)) /* either side destroys what the first made */
            CHECK_EQ(pthread_mutex_destroy(mutex), 0);
        meet();
        for (int side = 0; side < 2 && kinds[i].robust == PTHREAD_MUTEX_ROBUST; side++)
            if (init(&kinds[i]))
                dies(side);
    }
    ceilings();
}
