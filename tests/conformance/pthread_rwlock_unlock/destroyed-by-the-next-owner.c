/* SPDX-License-Identifier: MIT */
/*
 * A lock can be destroyed and its memory unmapped by the last one to unlock it: the unlocker before
 * it does not touch it afterwards.
 */
#include "test.h"

enum { ROUNDS = 500 };

struct shared {
    pthread_rwlock_t lock;
    int turn;
};

static struct shared *shared;
static struct gate start, end;

static void *routine(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        struct shared *s;
        int last;

        gate_wait_for(&start, i);
        s = LOAD(&shared);
        CHECK_EQ(pthread_rwlock_wrlock(&s->lock), 0);
        last = s->turn++ == 1;
        CHECK_EQ(pthread_rwlock_unlock(&s->lock), 0);
        if (last) {
            CHECK_EQ(pthread_rwlock_destroy(&s->lock), 0);
            test_unmap(s, sizeof *s);
        }
        gate_open(&end);
    }
    return arg;
}

int main(void)
{
    pthread_t one = test_start(routine, NULL), two = test_start(routine, NULL);

    for (int i = 1; i <= ROUNDS; i++) {
        struct shared *s = TEST_MAP(sizeof *s);

        CHECK_EQ(pthread_rwlock_init(&s->lock, NULL), 0);
        STORE(&shared, s);
        gate_open(&start);
        gate_wait_for(&end, 2 * i);
    }
    test_finish(one);
    test_finish(two);
    return 0;
}
