/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_PROCESS_SHARED a mutex excludes the threads of all processes that have its memory:
 * no increment of a plain counter is lost, and a waiter in one is woken by an unlock in another.
 */
#include "mutexes.h"
#include "shared.h"

enum { EACH = 300, FIRST = MUTEX_SORTS / 2 };

struct area {
    pthread_mutex_t mutex[MUTEX_SORTS];
    long counter[MUTEX_SORTS];
    struct gate ready;
};

static void count_all(struct area *area)
{
    gate_open(&area->ready);
    gate_wait_for(&area->ready, 2);
    for (int i = FIRST; i < MUTEX_SORTS; i++) {
        for (int k = 0; k < EACH; k++) {
            long seen;

            CHECK_EQ(pthread_mutex_lock(&area->mutex[i]), 0);
            seen = LAUNDER(&area->counter[i])[0];
            if (k % 16 == 0)
                TEST_SYS0(sched_yield); /* the other comes to wait */
            area->counter[i] = seen + 1;
            CHECK_EQ(pthread_mutex_unlock(&area->mutex[i]), 0);
        }
    }
}

int main(int argc, char **argv)
{
    struct area *area;
    long pid;

    (void)argv;
    if (argc > 1) {
        count_all(test_map_file());
        return 0;
    }
    area = test_make_file();
    for (int i = FIRST; i < MUTEX_SORTS; i++)
        mutex_make(&area->mutex[i], mutex_sort(i));
    pid = test_spawn("child");
    count_all(area);
    test_wait(pid);
    for (int i = FIRST; i < MUTEX_SORTS; i++) {
        CHECK_EQ(area->counter[i], 2 * EACH);
        CHECK_EQ(pthread_mutex_destroy(&area->mutex[i]), 0);
    }
    return 0;
}
