/* SPDX-License-Identifier: MIT */
/*
 * Each policy with the ends of its range of priorities, for another thread and for the caller, is
 * what pthread_getschedparam returns; the range's neighbours are EINVAL.
 */
#include "policy.h"

static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    static const struct {
        int policy, low, high;
    } ranges[] = {{SCHED_FIFO, 1, 99},
                  {SCHED_RR, 1, 99},
                  {SCHED_OTHER, 0, 0},
                  {SCHED_BATCH, 0, 0},
                  {SCHED_IDLE, 0, 0}};
    pthread_t both[2];

    NEED_REAL_TIME();
    both[0] = test_start(routine, NULL);
    both[1] = pthread_self();
    gate_wait(&up);
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        for (int k = 0; k < 2; k++) {
            int policy = ranges[i].policy, low = ranges[i].low, high = ranges[i].high;

            CHECK_EQ(test_policy_set(both[k], policy, low), 0);
            CHECK_POLICY(both[k], policy, low);
            CHECK_EQ(test_policy_set(both[k], policy, high), 0);
            CHECK_POLICY(both[k], policy, high);
            CHECK_EQ(test_policy_set(both[k], policy, low - 1), EINVAL);
            CHECK_EQ(test_policy_set(both[k], policy, high + 1), EINVAL);
            CHECK_POLICY(both[k], policy, high);
        }
    gate_open(&go);
    test_finish(both[0]);
    return 0;
}
