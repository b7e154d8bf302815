/* SPDX-License-Identifier: MIT */
/*
 * A mutex can be destroyed and its memory unmapped as soon as it is unlocked: the unlocker that let
 * the last owner in does not touch it afterwards. Every sort of mutex.
 */
#include "mutexes.h"

enum { EACH = 80, ROUNDS = EACH * MUTEX_SORTS };

struct shared {
    pthread_mutex_t mutex;
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
        CHECK_EQ(pthread_mutex_lock(&s->mutex), 0);
        last = s->turn++ == 1;
        CHECK_EQ(pthread_mutex_unlock(&s->mutex), 0);
        if (last) {
            CHECK_EQ(pthread_mutex_destroy(&s->mutex), 0);
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

        mutex_make(&s->mutex, mutex_sort((i - 1) / EACH));
        STORE(&shared, s);
        gate_open(&start);
        gate_wait_for(&end, 2 * i);
    }
    test_finish(one);
    test_finish(two);
    return 0;
}
