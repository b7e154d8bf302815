/* SPDX-License-Identifier: MIT */
/* What the locks need of a host and of the engine, for threads of glibc's that nobody cancels. */
#include <unistd.h>

#include "core/cancel.h"
#include "core/robust.h"
#include "core/wait.h"

_Thread_local struct thread thread_block;
_Atomic uint32_t fork_generation;

uint32_t host_self_tid(void)
{
    static _Thread_local uint32_t tid;
    if (!tid)
        tid = (uint32_t)sys_gettid();
    return tid;
}

bool host_may_interrupt(void)
{
    return false;
}

/* Not known to the kernel: nobody dies here. */
struct robust_head *host_robust_head(void)
{
    struct robust_head *head = &thread_self()->robust;
    if (!head->next) {
        head->next = &head->next;
        head->futex_offset = ROBUST_FUTEX_OFFSET;
    }
    return head;
}

bool robust_supported(void)
{
    return true;
}

void cancel_test(void) {}

void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg)
{
    (void)undo;
    (void)arg;
    run();
}

long cancel_futex_wait(const struct wait *w, uint32_t expected, void (*cleanup)(void *), void *arg)
{
    (void)cleanup;
    (void)arg;
    return futex_wait(w->word, expected, w->scope, w->deadline, w->bits);
}

/* The engine does so at the first create. */
__attribute__((constructor)) static void count_cpus(void)
{
    cpus_count(0);
    cpus_measure();
}
