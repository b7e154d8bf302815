/* SPDX-License-Identifier: MIT */
#include "priority.h"

#include <asm/errno.h>

#include "lock.h"
#include "sched.h"

/* Policies, from linux/sched.h. */
#define POLICY_OTHER 0
#define POLICY_FIFO  1
#define POLICY_RR    2
#define POLICY_BATCH 3
#define POLICY_IDLE  5
/* May come with each of them. */
#define RESET_ON_FORK 0x40000000

/*
 * Per thread, zero until its first protected mutex. Apart from struct thread: few programs use
 * it, and --gc-sections takes it out of those that do not. Others look at it too, so
 * thread.sched_lock is held around it; highest() and held are the thread's own.
 */
struct state {
    int policy, priority; /* while raised is not 0: what the thread was given */
    int raised;           /* the highest ceiling entered, 0 if none */
    uint16_t held[PRIORITY_MOST + 1];
};
static _Thread_local struct state state;

/* Thread-local objects lie at the same distance from each other in every thread. */
static struct state *state_of(struct thread *t)
{
    return (struct state *)((char *)t + ((char *)&state - (char *)thread_self()));
}

/* The policy at a ceiling. SCHED_DEADLINE stays, and is refused: it is above all ceilings, and once
   left it could not be had back. */
static int raised_policy(int policy)
{
    switch (policy & ~RESET_ON_FORK) {
    case POLICY_OTHER:
    case POLICY_BATCH:
    case POLICY_IDLE:
        return POLICY_FIFO | (policy & RESET_ON_FORK);
    }
    return policy;
}

/* The scheduling that the thread was given, or raised to the ceiling if that is more. */
static long apply_effective(int tid, const struct state *s, int ceiling)
{
    if (ceiling <= s->priority)
        return sys_sched_set(tid, s->policy, s->priority);
    return sys_sched_set(tid, raised_policy(s->policy), ceiling);
}

static int highest(void)
{
    int i = PRIORITY_MOST;
    while (i > 0 && !state.held[i])
        i--;
    return i;
}

/* With the lock held. */
static long given(const struct state *s, int tid, int *policy, int *priority)
{
    if (s->raised) {
        *policy = s->policy;
        *priority = s->priority;
        return 0;
    }
    long r = sys_sched_policy(tid);
    if (r < 0)
        return r;
    *policy = (int)r;
    return sys_sched_priority(tid, priority);
}

static int raise_locked(int ceiling)
{
    int policy, priority;
    if (given(&state, 0, &policy, &priority) < 0 || priority > ceiling)
        return EINVAL;
    if (state.held[ceiling] == UINT16_MAX)
        return EAGAIN;
    if (ceiling > state.raised) {
        struct state now = {.policy = policy, .priority = priority};
        long r = apply_effective(0, &now, ceiling);
        if (r < 0)
            return (int)-r;
        state.policy = policy;
        state.priority = priority;
        state.raised = ceiling;
    }
    state.held[ceiling]++;
    return 0;
}

int priority_raise(int ceiling)
{
    _Atomic uint32_t *lock = &thread_self()->sched_lock;
    lock_acquire(lock);
    int err = raise_locked(ceiling);
    lock_release(lock);
    return err;
}

void priority_lower(int ceiling)
{
    if (--state.held[ceiling])
        return;
    int now = highest();
    if (now == state.raised)
        return;
    _Atomic uint32_t *lock = &thread_self()->sched_lock;
    lock_acquire(lock);
    apply_effective(0, &state, now);
    state.raised = now;
    lock_release(lock);
}

long priority_get(struct thread *t, int tid, int *policy, int *priority)
{
    lock_acquire(&t->sched_lock);
    long r = given(state_of(t), tid, policy, priority);
    lock_release(&t->sched_lock);
    return r;
}

/* As the kernel would judge. */
static bool valid(int policy, int priority)
{
    policy &= ~RESET_ON_FORK;
    if (policy == POLICY_FIFO || policy == POLICY_RR)
        return priority >= 1 && priority <= PRIORITY_MOST;
    return priority == 0;
}

static long set_locked(struct state *s, int tid, const int *policy, int priority)
{
    if (!s->raised)
        return policy ? sys_sched_set(tid, *policy, priority)
                      : sys_sched_set_priority(tid, priority);
    struct state now = {.policy = policy ? *policy : s->policy, .priority = priority};
    if (!valid(now.policy, priority))
        return -EINVAL;
    long r = apply_effective(tid, &now, s->raised);
    if (r < 0)
        return r;
    s->policy = now.policy;
    s->priority = priority;
    return 0;
}

long priority_set(struct thread *t, int tid, const int *policy, int priority)
{
    lock_acquire(&t->sched_lock);
    long r = set_locked(state_of(t), tid, policy, priority);
    lock_release(&t->sched_lock);
    return r;
}
