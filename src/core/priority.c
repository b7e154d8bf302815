/* SPDX-License-Identifier: MIT */
#include "priority.h"

#include <asm/errno.h>

#include "sched.h"

#define POLICY_OTHER 0
#define POLICY_FIFO  1

/*
 * Per thread, zero until its first protected mutex. Apart from struct thread: few programs use
 * it, and --gc-sections takes it out of those that do not.
 */
static _Thread_local struct {
    bool active;
    int policy, priority; /* before the first ceiling was entered */
    int raised;           /* the highest ceiling entered, 0 if none */
    uint16_t held[PRIORITY_MOST + 1];
} state;

/* The own scheduling, or raised to the ceiling if that is more. */
static long apply_effective(int ceiling)
{
    if (ceiling <= state.priority)
        return sys_sched_set(0, state.policy, state.priority);
    return sys_sched_set(0, state.policy == POLICY_OTHER ? POLICY_FIFO : state.policy, ceiling);
}

static int highest(void)
{
    int i = PRIORITY_MOST;
    while (i > 0 && !state.held[i])
        i--;
    return i;
}

int priority_raise(int ceiling)
{
    if (!state.active) {
        long policy = sys_sched_policy(0);
        int priority = 0;
        if (policy < 0 || sys_sched_priority(0, &priority) < 0)
            return EINVAL;
        state.policy = (int)policy;
        state.priority = priority;
    }
    if (state.priority > ceiling)
        return EINVAL;
    if (state.held[ceiling] == UINT16_MAX)
        return EAGAIN;
    if (ceiling > state.raised) {
        long r = apply_effective(ceiling);
        if (r < 0)
            return (int)-r;
        state.raised = ceiling;
    }
    state.active = true;
    state.held[ceiling]++;
    return 0;
}

void priority_lower(int ceiling)
{
    if (--state.held[ceiling])
        return;
    int now = highest();
    if (now < state.raised)
        apply_effective(now);
    state.raised = now;
    state.active = now != 0;
}
