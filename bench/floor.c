/* SPDX-License-Identifier: MIT */
/* Threads by clone, exit and futex. The names of the port's clone are changed by the build, so that
 * they are not those in the library. */
#include "floor.h"

#include <asm/unistd.h>
#include <linux/futex.h>
#include <linux/sched.h>
#include <sched.h>

#include "arch/arch.h"

#define SLOTS      1024
#define STACK_SIZE 65536
/* As many turns as waking a sleeper costs. */
#define SPIN 600

/* A thread's place, on the top of its stack so that it touches one page. */
struct slot {
    int tid;  /* the kernel clears it when the thread is gone */
    int used; /* 1: it has a thread that was not joined, or, detached, has not ended */
    int detached;
    void *(*start)(void *);
    void *arg, *result;
} __attribute__((aligned(64)));

static char stacks[SLOTS][STACK_SIZE] __attribute__((aligned(4096)));
static int cpus;
static int running = 1; /* threads that do not sleep: spinning pays if each has a CPU */

static struct slot *slot(int i)
{
    return (struct slot *)(stacks[i] + STACK_SIZE) - 1;
}

static struct slot *take(void)
{
    for (int i = 0;; i = (i + 1) % SLOTS) {
        struct slot *s = slot(i);

        if (__atomic_load_n(&s->used, __ATOMIC_RELAXED) ||
            __atomic_exchange_n(&s->used, 1, __ATOMIC_ACQUIRE))
            continue;
        if (__atomic_load_n(&s->tid, __ATOMIC_ACQUIRE) == 0)
            return s;
        __atomic_store_n(&s->used, 0, __ATOMIC_RELAXED);
    }
}

int floor_create(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg)
{
    struct slot *s = take();
    cpu_set_t set;

    if (!cpus) {
        sched_getaffinity(0, sizeof set, &set);
        cpus = CPU_COUNT(&set);
    }
    s->tid = -1;
    s->detached = attr != NULL;
    s->start = start;
    s->arg = arg;
    *thread = (pthread_t)s;
    __atomic_add_fetch(&running, 1, __ATOMIC_RELAXED);
    long tid = arch_clone(CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD |
                              CLONE_SYSVSEM | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID,
                          s, &s->tid, &s->tid, 0, s);
    return tid < 0 ? (int)-tid : 0;
}

_Noreturn void thread_entry(void *arg)
{
    struct slot *s = arg;

    s->result = s->start(s->arg);
    __atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
    if (s->detached)
        __atomic_store_n(&s->used, 0, __ATOMIC_RELEASE);
    for (;;)
        arch_syscall1(__NR_exit, 0);
}

int floor_join(pthread_t thread, void **result)
{
    struct slot *s = (struct slot *)thread;
    int tid;

    for (int i = 0; i < SPIN && __atomic_load_n(&s->tid, __ATOMIC_ACQUIRE) != 0; i++) {
        if (cpus == 1 || __atomic_load_n(&running, __ATOMIC_RELAXED) > cpus)
            break;
        arch_cpu_relax();
    }
    while ((tid = __atomic_load_n(&s->tid, __ATOMIC_ACQUIRE)) != 0) {
        __atomic_sub_fetch(&running, 1, __ATOMIC_RELAXED);
        /* Not private: the kernel's wake at the end of a thread is not. */
        arch_syscall6(__NR_futex, (long)&s->tid, FUTEX_WAIT, tid, 0, 0, 0);
        __atomic_add_fetch(&running, 1, __ATOMIC_RELAXED);
    }
    if (result)
        *result = s->result;
    __atomic_store_n(&s->used, 0, __ATOMIC_RELEASE);
    return 0;
}
