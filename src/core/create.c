/* SPDX-License-Identifier: MIT */
/* Creating a thread, and its first steps. */
#include <asm/errno.h>
#include <linux/sched.h>

#include "arch/arch.h"
#include "cancel.h"
#include "cpus.h"
#include "gate.h"
#include "host/host.h"
#include "stack.h"
#include "trace.h"

/* A thread as POSIX has it: it shares all that a process has, semaphore adjustments too. */
#define CLONE_FLAGS                                                                                \
    (CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM |            \
     CLONE_SETTLS | CLONE_PARENT_SETTID | CLONE_CHILD_CLEARTID)

/* A value that is neither 0 nor a tid, for the exit word until the kernel has written it. */
#define TID_NOT_YET 0x3fffffffu

/* What lies above the first stack pointer: tools find a stack by the mapping that holds it, and the
   end of the stack may be the end of the mapping. */
#define ABOVE_FIRST 16

/* Starts t, which is complete and has been asked for by attr, on the stack that ends at top. 0 or
   EAGAIN. */
static int launch(struct thread *t, char *top, const struct thread_attr *attr)
{
    active_add(1);
    host_clone_begin(t);
    long tid = arch_clone(CLONE_FLAGS, top, host_parent_tid_word(t), host_exit_word(t),
                          host_tls_pointer(t), t);
    host_clone_end(t, tid);
    if (tid >= 0) {
        trace_launch(t, tid, attr->stack_size, attr->guard_size);
        return 0;
    }
    active_add(-1);
    host_tcb_fini(t);
    /* relaxed: no other thread knows of it */
    atomic_store_explicit(host_exit_word(t), 0, memory_order_relaxed);
    block_put(t);
    return EAGAIN;
}

static void open_reserved_signals(void)
{
    const ksigset reserved = HOST_RESERVED_SIGNALS;
    sys_sigprocmask(KSIG_UNBLOCK, &reserved, NULL);
}

/* What the process does once. The caller is its only thread. */
static void before_first(void)
{
    cpus_count(0);
    cpus_measure();
    /* Whoever started the program may have blocked them. Other hosts see to it themselves. */
    if (!HOST_CLONE_BLOCKS_SIGNALS)
        open_reserved_signals();
}

int thread_create(uintptr_t *handle, const struct thread_attr *attr, void *(*start)(void *),
                  void *arg)
{
    int err = host_start();
    if (err)
        return err;
    if (unlikely(!cpus_usable()))
        before_first();
    /* The child must not run a handler before its own mask is set and its gate passed. */
    ksigset all = KSIG_ALL & ~HOST_OPEN_SIGNALS, saved;
    bool block = HOST_CLONE_BLOCKS_SIGNALS || attr->mask || attr->sched;
    if (block)
        sys_sigprocmask(KSIG_BLOCK, &all, &saved);
    struct start_gate gate;
    struct thread *t;
    host_create_begin();
    err = block_get(&t, attr);
    if (!err) {
        t->start = start;
        t->arg = arg;
        t->call = attr->call;
        atomic_init(&t->state, attr->detached ? THREAD_DETACHED : 0);
        atomic_init(&t->tid, TID_NOT_YET);
        if (attr->sched)
            attr->sched->gate->close(&gate, t, attr);
        if (block) {
            t->has_mask = true;
            /* Whatever the creator is doing, its child can be cancelled and reached. */
            t->mask = (attr->mask ? *attr->mask : saved) & ~HOST_RESERVED_SIGNALS;
        }
        char *top = t->stack.low + t->stack.size - ABOVE_FIRST;
        if (attr->place)
            top = attr->place(t, top, attr->arguments);
        *handle = handle_of(t);
        err = launch(t, top, attr);
    }
    host_create_end();
    if (block)
        sys_sigprocmask(KSIG_SETMASK, &saved, NULL);
    return !err && attr->sched ? attr->sched->gate->wait(&gate, t) : err;
}

/* The mask is the creator's. If that has been cancelled, and has not acted upon it yet, it has the
   signal of cancellation blocked (cancel.c): the thread could not be got out of a wait. */
static void mend_inherited_mask(void)
{
#if HOST_OWN_CANCEL
    /* relaxed: whoever cancelled the creator had set it before, and clone came after that */
    if (unlikely(atomic_load_explicit(&cancel_act, memory_order_relaxed) != NULL))
        open_reserved_signals();
#endif
}

_Noreturn void thread_entry(void *arg)
{
    struct thread *t = arg;
    host_thread_enter(t);
    if (t->gate)
        t->gate->request->gate->pass(t);
    if (!HOST_CLONE_BLOCKS_SIGNALS && !t->has_mask)
        mend_inherited_mask();
    trace_entry(t);
    host_thread_run(t, thread_exit);
}
