/* SPDX-License-Identifier: MIT */
/* The life of a thread when nobody but pthin has a say in it. */
#include "core/robust.h"
#include "thread_list.h"

void host_clone_begin(struct thread *t)
{
    /* Linked before it runs: it may end, and unlink itself, before clone returns here. */
    threads_link(t);
}

void host_clone_end(struct thread *t, long tid)
{
    if (tid < 0)
        threads_unlink(t);
}

_Atomic uint32_t *host_parent_tid_word(struct thread *t)
{
    return &t->tid;
}

uintptr_t host_tls_pointer(struct thread *t)
{
    return handle_of(t);
}

void host_thread_enter(struct thread *t)
{
    (void)t; /* the creator left nothing to do */
}

void host_thread_leave(struct thread *t)
{
    ksigset all = KSIG_ALL, old;
    sys_sigprocmask(KSIG_BLOCK, &all, &old);
    if (threads_unlink(t)) {
        /* exit handlers are the program's code again */
        sys_sigprocmask(KSIG_SETMASK, &old, NULL);
        host_exit_process(0);
    }
}

struct robust_head *host_robust_head(void)
{
    struct robust_head *head = &thread_self()->robust;
    if (!head->next)
        robust_register(head);
    return head;
}
