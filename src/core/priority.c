/* SPDX-License-Identifier: MIT */
#include "priority.h"

#include <asm/errno.h>

#include "lock.h"
#include "sched.h"

/*
 * Per thread, and pointed to by thread.ceilings from its first protected mutex on. Apart from
 * struct thread: few programs use it, and --gc-sections takes it out of those that do not. Others
 * look at it too, so thread.sched_lock is held around it; highest() and held are the thread's own.
 */
struct ceilings {
    int policy, priority; /* while raised is not 0: what the thread was given */
    int raised;           /* the highest ceiling entered, 0 if none */
    uint16_t held[PRIORITY_MOST + 1];
};
static _Thread_local struct ceilings own;

/* The policy at a ceiling. SCHED_DEADLINE stays, and is refused: it is above all ceilings, and once
   left it could not be had back. */
static int raised_policy(int policy)
{
    switch (policy & ~POLICY_RESET_ON_FORK) {
    case POLICY_OTHER:
    case POLICY_BATCH:
    case POLICY_IDLE:
        return POLICY_FIFO | (policy & POLICY_RESET_ON_FORK);
    }
    return policy;
}

/* The scheduling that the thread was given, or raised to the ceiling if that is more. */
static long apply_effective(int tid, const struct ceilings *s, int ceiling)
{
    if (ceiling <= s->priority)
        return sys_sched_set(tid, s->policy, s->priority);
    return sys_sched_set(tid, raised_policy(s->policy), ceiling);
}

static int highest(void)
{
    int i = PRIORITY_MOST;
    while (i > 0 && !own.held[i])
        i--;
    return i;
}

/* With the lock held. s: NULL if the thread has never entered a ceiling. */
static long given(const struct ceilings *s, int tid, int *policy, int *priority)
{
    if (s && s->raised) {
        *policy = s->policy;
        *priority = s->priority;
        return 0;
    }
    return sys_sched_get(tid, policy, priority);
}

static int raise_locked(int ceiling)
{
    thread_self()->ceilings = &own;
    int policy, priority;
    long r = given(&own, 0, &policy, &priority);
    if (r < 0)
        return (int)-r;
    if (priority > ceiling)
        return EINVAL;
    if (own.held[ceiling] == UINT16_MAX)
        return EAGAIN;
    if (ceiling > own.raised) {
        struct ceilings now = {.policy = policy, .priority = priority};
        r = apply_effective(0, &now, ceiling);
        if (r < 0)
            return (int)-r;
        own.policy = policy;
        own.priority = priority;
        own.raised = ceiling;
    }
    own.held[ceiling]++;
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
    if (--own.held[ceiling])
        return;
    int now = highest();
    if (now == own.raised)
        return;
    _Atomic uint32_t *lock = &thread_self()->sched_lock;
    lock_acquire(lock);
    apply_effective(0, &own, now);
    own.raised = now;
    lock_release(lock);
}

long priority_get(struct thread *t, int tid, int *policy, int *priority)
{
    lock_acquire(&t->sched_lock);
    long r = given(t->ceilings, tid, policy, priority);
    lock_release(&t->sched_lock);
    return r;
}

/* As the kernel would judge. */
static bool valid(int policy, int priority)
{
    policy &= ~POLICY_RESET_ON_FORK;
    if (policy == POLICY_FIFO || policy == POLICY_RR)
        return priority >= 1 && priority <= PRIORITY_MOST;
    return priority == 0;
}

static long set_locked(struct ceilings *s, int tid, const int *policy, int priority)
{
    if (!s || !s->raised)
        return policy ? sys_sched_set(tid, *policy, priority)
                      : sys_sched_set_priority(tid, priority);
    struct ceilings now = {.policy = policy ? *policy : s->policy, .priority = priority};
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
    long r = set_locked(t->ceilings, tid, policy, priority);
    lock_release(&t->sched_lock);
    return r;
}
