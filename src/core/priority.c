/* SPDX-License-Identifier: MIT */
#include "priority.h"

#include <asm/errno.h>
#include <asm/unistd.h>

#include "arch/arch.h"

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

static long apply(int policy, int priority)
{
    return arch_syscall3(__NR_sched_setscheduler, 0, policy, (long)&priority);
}

/* The own scheduling, or raised to the ceiling if that is more. */
static long apply_effective(int ceiling)
{
    if (ceiling <= state.priority)
        return apply(state.policy, state.priority);
    return apply(state.policy == POLICY_OTHER ? POLICY_FIFO : state.policy, ceiling);
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
        long policy = arch_syscall1(__NR_sched_getscheduler, 0);
        int priority = 0;
        if (policy < 0 || arch_syscall2(__NR_sched_getparam, 0, (long)&priority) < 0)
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
