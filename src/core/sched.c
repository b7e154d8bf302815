/* SPDX-License-Identifier: MIT */
#include "sched.h"

#include <asm/unistd.h>
#include "arch/arch.h"

#define RANK_DEADLINE 100 /* real-time priorities end at 99 */

#define RANK_USES 64 /* of what was once found */

_Atomic uint32_t sched_changes;

static long changed(long r)
{
    /* relaxed: a thread whose scheduling another one changes may notice a moment later */
    if (r == 0)
        atomic_fetch_add_explicit(&sched_changes, 1, memory_order_relaxed);
    return r;
}

long sys_sched_set(int tid, int policy, int priority)
{
    return changed(arch_syscall3(__NR_sched_setscheduler, tid, policy, (long)&priority));
}

long sys_sched_set_priority(int tid, int priority)
{
    return changed(arch_syscall2(__NR_sched_setparam, tid, (long)&priority));
}

long sys_sched_set_affinity(int tid, size_t size, const void *set)
{
    return arch_syscall3(__NR_sched_setaffinity, tid, (long)size, (long)set);
}

long sys_sched_get_affinity(int tid, size_t size, void *set)
{
    return arch_syscall3(__NR_sched_getaffinity, tid, (long)size, (long)set);
}

void sys_sched_yield(void)
{
    arch_syscall0(__NR_sched_yield);
}

/* struct sched_attr as of Linux 3.14, its first version; policy and priority in one call */
struct attr {
    uint32_t size, policy;
    uint64_t flags;
    int32_t nice;
    uint32_t priority;
    uint64_t runtime, deadline, period;
};
_Static_assert(sizeof(struct attr) == 48, "SCHED_ATTR_SIZE_VER0");
#define FLAG_RESET_ON_FORK 1 /* in attr.flags */

static long get_attr(int tid, struct attr *attr)
{
    return arch_syscall4(__NR_sched_getattr, tid, (long)attr, sizeof *attr, 0);
}

long sys_sched_get(int tid, int *policy, int *priority)
{
    struct attr attr = {0};
    long r = get_attr(tid, &attr);
    if (r == 0) {
        *policy = (int)attr.policy | (attr.flags & FLAG_RESET_ON_FORK ? POLICY_RESET_ON_FORK : 0);
        *priority = (int)attr.priority;
        return 0;
    }
    /* An older kernel, or a sandbox that knows of the older calls only. */
    r = arch_syscall1(__NR_sched_getscheduler, tid);
    if (r < 0)
        return r;
    *policy = (int)r;
    return arch_syscall2(__NR_sched_getparam, tid, (long)priority);
}

int sched_rank(void)
{
    struct attr attr = {0};
    if (get_attr(0, &attr) != 0)
        return 0;
    if (attr.policy == POLICY_DEADLINE)
        return RANK_DEADLINE;
    return attr.policy == POLICY_FIFO || attr.policy == POLICY_RR ? (int)attr.priority : 0;
}

int sched_rank_again(void)
{
    struct thread *t = thread_self();
    /* relaxed: see changed. Before the question: a change meanwhile makes for another. */
    t->rank_changes = atomic_load_explicit(&sched_changes, memory_order_relaxed);
    t->rank = (uint8_t)sched_rank();
    t->rank_uses = RANK_USES;
    return t->rank;
}
