/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork the thread that forked has the read-write locks that it had, and the
 * threads that waited for them in the parent are not there: when it gives one back, readers and
 * writers of the child get it; and one that threads of the parent had can be made anew.
 */
#include "forks.h"
#include "rwlocks.h"

static pthread_rwlock_t mine, others;
static int writes;

static void use_free(pthread_rwlock_t *lock)
{
    CHECK_EQ(elsewhere(rdlock_once, lock), 0);
    CHECK_EQ(elsewhere(wrlock_once, lock), 0);
    CHECK_EQ(pthread_rwlock_rdlock(lock), 0);
    CHECK_EQ(elsewhere(tryrdlock_once, lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(lock), 0);
}

static void use(void)
{
    if (!writes)
        CHECK_EQ(elsewhere(rdlock_once, &mine), 0);
    CHECK_EQ(pthread_rwlock_unlock(&mine), 0);
    use_free(&mine);
}

static void replace(void)
{
    CHECK_EQ(pthread_rwlock_destroy(&others), 0);
    CHECK_EQ(pthread_rwlock_init(&others, NULL), 0);
    use_free(&others);
}

static struct gate has_it, go_on;

static int hold(void *arg)
{
    CHECK_EQ(writes ? pthread_rwlock_wrlock(arg) : pthread_rwlock_rdlock(arg), 0);
    gate_open(&has_it);
    gate_wait(&go_on);
    return pthread_rwlock_unlock(arg);
}

int main(void)
{
    for (writes = 0; writes < 2; writes++) {
        struct waiter holder, waiter[4];
        pthread_rwlock_t *locks[2] = {&mine, &others};

        CHECK_EQ(pthread_rwlock_init(&mine, NULL), 0);
        CHECK_EQ(pthread_rwlock_init(&others, NULL), 0);
        CHECK_EQ(writes ? pthread_rwlock_wrlock(&mine) : pthread_rwlock_rdlock(&mine), 0);
        has_it = go_on = (struct gate){0};
        waiter_start(&holder, NULL, hold, &others);
        gate_wait(&has_it);
        for (int i = 0; i < 4; i++) {
            waiter_start(&waiter[i], NULL, i < 2 ? wrlock_once : rdlock_once, locks[i % 2]);
            if (i < 2 || writes) /* else the reader comes in soon */
                waiter_until_blocked(&waiter[i]);
        }
        in_children(use);
        in_children(replace);
        CHECK_EQ(pthread_rwlock_unlock(&mine), 0);
        gate_open(&go_on);
        CHECK_EQ(waiter_result(&holder), 0);
        for (int i = 0; i < 4; i++)
            CHECK_EQ(waiter_result(&waiter[i]), 0);
        CHECK_EQ(pthread_rwlock_destroy(&mine), 0);
        CHECK_EQ(pthread_rwlock_destroy(&others), 0);
    }
    return 0;
}
