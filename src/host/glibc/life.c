/* SPDX-License-Identifier: MIT */
/* What a thread does for glibc at its beginning and its end. */
#include <dlfcn.h>
#include <linux/rseq.h>
#include <pthread.h>
#include <resolv.h>
#include <stdlib.h>
#include <sys/syscall.h>

#include "area.h"
#include "exec_stack.h"
#include "host/host.h"
#include "libc_keys.h"
#include "host/dynamic/stats.h"
#include "symbols.h"
#include "thread_list.h"
#include "unwind.h"

void host_clone_begin(struct thread *t)
{
    threads_link(t);
    exec_stack_begin(t);
    /* glibc may set it again when it thinks that the others are gone; it does not know ours. */
    if (unlikely(__libc_single_threaded))
        __libc_single_threaded = 0;
    /* Counted before it runs, or main's pthread_exit might take itself for the last.
       relaxed: nothing else goes with the number */
    atomic_fetch_add_explicit(glibc_symbols.nthreads, 1, memory_order_relaxed);
}

void host_clone_end(struct thread *t, long tid)
{
    if (tid >= 0) {
        stats_count();
        return;
    }
    atomic_fetch_sub_explicit(glibc_symbols.nthreads, 1, memory_order_relaxed);
    threads_unlink(t);
}

_Atomic uint32_t *host_parent_tid_word(struct thread *t)
{
    return (_Atomic uint32_t *)(handle_of(t) + glibc_own.tid);
}

uintptr_t host_tls_pointer(struct thread *t)
{
    return glibc_thread_pointer(handle_of(t));
}

#define RSEQ_LEAST 32

/* Users of restartable sequences find glibc's registration by __rseq_offset. */
static void register_rseq(void)
{
    const struct glibc_facts *f = &glibc_facts;
    struct rseq *rseq = (struct rseq *)(arch_thread_pointer() + (uintptr_t)f->rseq);
    if (!f->has_rseq)
        return;
    if (f->rseq_size) {
        /* The kernel wants the size of its first version or more; __rseq_size may be smaller. */
        uint32_t size = f->rseq_size < RSEQ_LEAST ? RSEQ_LEAST : f->rseq_size;
        __builtin_memset(rseq, 0, size);
        rseq->cpu_id = (uint32_t)RSEQ_CPU_ID_UNINITIALIZED;
        if (arch_syscall4(SYS_rseq, (long)rseq, size, 0, ARCH_RSEQ_SIGNATURE) == 0)
            return;
    }
    rseq->cpu_id = (uint32_t)RSEQ_CPU_ID_REGISTRATION_FAILED;
}

void host_thread_enter(struct thread *t)
{
    glibc_symbols.ctype_init();
    register_rseq();
    /* Not put off until a robust mutex is locked: programs ask the kernel for what every thread
       of glibc's has. */
    sys_set_robust_list((void *)(handle_of(t) + glibc_facts.robust), sizeof(struct robust_head));
    /* Up to 2.35 these are not in cancelhandling, and still as the former thread left them. */
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, NULL);
}

/*
 * Ends the thread from within, so that the buffer stays good: a destructor may call
 * pthread_exit again, or be cancelled.
 */
_Noreturn void host_thread_run(struct thread *t, thread_end end)
{
    struct unwind_buffer buffer;
    /* Registers may hold anything after the jump. */
    volatile thread_end end_of_thread = end;
    if (buffer_set(&buffer.jump, 0) == 0) {
        glibc()->register_cancel(&buffer);
        end(thread_call_start(t));
    }
    t = thread_self();
    end_of_thread(t->exit_called ? t->result : PTHREAD_CANCELED);
}

_Noreturn void host_thread_unwind(struct thread *t)
{
    unwind_prepare();
    glibc()->exit(t->result);
}

void host_exit_begin(struct thread *t)
{
    (void)t;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
}

void host_run_destructors(struct thread *t)
{
    (void)t;
    glibc_symbols.call_tls_dtors();
}

/* What libc allocated for the thread and keeps in TLS, as far as a next thread in this area
   could not go on using it. */
static void free_resources(uintptr_t handle)
{
    struct __res_state *resolver = (struct __res_state *)(handle + glibc_facts.resolver);
    void *const *error = (void **)(handle + (uintptr_t)glibc_facts.dlerror_result);
    if (*error) {
        /* The first call takes the message, the second one frees it. */
        dlerror();
        dlerror();
    }
    if (resolver->nscount) {
        res_nclose(resolver);
        resolver->options = 0; /* the next thread begins anew */
    }
}

void host_thread_leave(struct thread *t)
{
    uintptr_t handle = handle_of(t);
    ksigset all = KSIG_ALL & ~HOST_OPEN_SIGNALS;
    libc_keys_end(t);
    /* Key destructors may have registered some. */
    glibc_symbols.call_tls_dtors();
    free_resources(handle);

    /* No cancellation, of whatever state and type a destructor has left. */
    atomic_fetch_or_explicit((_Atomic uint32_t *)(handle + glibc_facts.cancelhandling),
                             CANCELHANDLING_EXITING, memory_order_relaxed);
    /* acq_rel: the last thread's exit handlers see what the others did */
    if (atomic_fetch_sub_explicit(glibc_symbols.nthreads, 1, memory_order_acq_rel) == 1)
        exit(0);

    sys_sigprocmask(KSIG_BLOCK, &all, NULL);
    /* setuid's signal is handled while we wait for the lock; from then on none is sent. */
    threads_unlist(handle);
    threads_unlink(t);
    /* No handler of the program runs any more, and we do not call libc. */
    area_of(handle)->settled = true;
}
