/* SPDX-License-Identifier: MIT */
/* Cancellation is musl's own, whose blocking calls look at what it keeps in its descriptor; here are
   our waits as cancellation points of it. */
#include "core/cancel.h"

#include <errno.h>
#include <linux/membarrier.h>
#include <pthread.h>

#include <asm/unistd.h>
#include "core/cpus.h"
#include "core/lock.h"
#include "core/sigaction.h"
#include "core/wait.h"
#include "fork.h"
#include "host/dynamic/cancel.h"
#include "musl.h"
#include "own.h"

bool cancel_is_requested(struct thread *t)
{
    /* acquire: pairs with the canceller's store; what it wrote is seen */
    return musl_is_known && atomic_load_explicit(&musl_of(t)->cancel, memory_order_acquire) != 0;
}

void cancel_test(void)
{
    if (unlikely(!musl_is_known || cancel_is_requested(thread_self())))
        pthread_testcancel();
}

static int state(void)
{
    int old;
    if (likely(musl_is_known))
        return musl_self()->cancel_disabled;
    musl_own()->setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    musl_own()->setcancelstate(old, NULL);
    return old;
}

bool cancel_is_enabled(void)
{
    return state() == PTHREAD_CANCEL_ENABLE;
}

void cancel_disable(void)
{
    musl_own()->setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
}

/* The flag that our own waits look at: musl's, or, where that is not known, one that is set before it
   (pthread_cancel). */
static _Atomic uint32_t *flag_of(struct thread *t)
{
    return musl_is_known ? &musl_of(t)->cancel : &t->cancel_requested;
}

static long call(long nr, long a, long b, long c, long d, long e, long f)
{
    return arch_cancellable_syscall(flag_of(thread_self()), nr, a, b, c, d, e, f);
}

/* The thread has been cancelled in a wait. */
static void leave(void (*cleanup)(void *), void *arg)
{
    /* Nobody has counted it. (A waker may have, in the same moment: then the count stays too high by
       one, which it may be.) */
    active_change(1);
    musl_own()->setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    cleanup(arg); /* disabled and deferred */
    musl_own()->setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    pthread_testcancel();
}

static long masked_wait(const struct wait *w, uint32_t expected)
{
    long r = futex_wait_by(call, w->word, expected, w->scope, w->deadline, w->bits);
    /* As below. */
    return r == -EINTR && *flag_of(thread_self()) ? -ECANCELED : r;
}

long cancel_futex_wait(const struct wait *w, uint32_t expected, void (*cleanup)(void *), void *arg)
{
    int type, now = state();
    if (now == PTHREAD_CANCEL_DISABLE)
        return futex_wait(w->word, expected, w->scope, w->deadline, w->bits);
    musl_own()->setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    if (now == PTHREAD_CANCEL_MASKED && type == PTHREAD_CANCEL_DEFERRED)
        return masked_wait(w, expected);
    long r = futex_wait_by(call, w->word, expected, w->scope, w->deadline, w->bits);
    /* A call that is not restarted after a handler comes back with -EINTR. */
    if (unlikely(r == -ECANCELED || r == -EINTR) && *flag_of(thread_self()))
        leave(cleanup, arg);
    if (unlikely(type != PTHREAD_CANCEL_DEFERRED))
        musl_own()->setcanceltype(type, NULL);
    return r;
}

/* ---- The signal ---- */

static struct ksigaction musl_action;
static _Atomic uint32_t installed;
static _Atomic uint32_t lock; /* core/lock.h; held while it is installed */

/*
 * In front of musl's handler, which knows its own blocking calls only. One more thing is done here: a
 * thread of asynchronous type is unwound from the handler. musl lets it go on in the interrupted
 * code, whose stack pointer is not, on x86, what functions rely on.
 */
static void handler(int sig, void *info, void *ucontext)
{
    struct thread *t = thread_self();
    uintptr_t *pc = arch_context_pc(ucontext);
    ksigset *mask = arch_context_sigmask(ucontext);
    if (*pc >= (uintptr_t)arch_cancel_begin && *pc < (uintptr_t)arch_cancel_end) {
        if (!*flag_of(t))
            return;
        /* Until the thread is unwound. (The interrupted code may itself be a signal handler above a
           blocking call: pending there, the signal comes again when that handler returns.) */
        *mask |= KSIG(sig);
        *pc = (uintptr_t)arch_cancel_abort;
        return;
    }
    if (musl_is_known && musl_self()->cancel_async && cancel_is_requested(t) &&
        state() != PTHREAD_CANCEL_DISABLE) {
        *mask |= KSIG(sig);
        sys_sigprocmask(KSIG_SETMASK, mask, NULL);
        /* Of a thread that masks cancellation musl's function would leave it at that. */
        musl_own()->setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
        pthread_testcancel();
    }
    musl_action.handler(sig, info, ucontext);
}

/* musl installs its handler when a thread is cancelled for the first time: here the caller itself,
   which does not want to hear of it. */
static void *cancel_myself(void *arg)
{
    int old;
    musl_own()->setcancelstate(PTHREAD_CANCEL_DISABLE, &old);
    musl_own()->cancel((pthread_t)host_self_handle());
    if (musl_is_known)
        atomic_store_explicit(&musl_self()->cancel, 0, memory_order_relaxed);
    musl_own()->setcancelstate(old, NULL);
    return arg;
}

void cancel_prepare(void)
{
    /* acquire: pairs with the release below */
    if (likely(atomic_load_explicit(&installed, memory_order_acquire)))
        return;
    lock_acquire(&lock);
    if (!atomic_load_explicit(&installed, memory_order_relaxed)) {
        pthread_t helper;
        /* One who has been cancelled has had it installed, if by a thread of musl's own. */
        if (musl_is_known && !cancel_is_requested(thread_self()))
            cancel_myself(NULL);
        else if (musl_own()->create(&helper, NULL, cancel_myself, NULL) == 0)
            musl_own()->join(helper, NULL);
        struct ksigaction action;
        /* It is ours already in the child of a fork that another thread made just before this was
           noted. */
        if (sys_sigaction(HOST_CANCEL_SIGNAL, NULL, &action) == 0 && action.handler != handler &&
            action.handler != KSA_DEFAULT && action.handler != KSA_IGNORE) {
            musl_action = action;
            action.handler = handler;
            sys_sigaction(HOST_CANCEL_SIGNAL, &action, NULL);
        }
        /* release: pairs with the acquire above */
        atomic_store_explicit(&installed, 1, memory_order_release);
    }
    lock_release(&lock);
}

void cancel_after_fork(void)
{
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}

/*
 * A thread that does not want to hear of it must not see its calls fail with EINTR: so musl's signal
 * is sent only if cancellation is not disabled. Whoever enables it looks at the request when it comes
 * to a cancellation point; the barrier in all threads is between our store and our look, and between
 * its store and its look, so that one of the two sees the other's.
 */
static bool is_disabled(struct thread *t)
{
    struct musl_thread *m = musl_of(t);
    /* seq_cst: before the look below, in the compiler's order too */
    atomic_store_explicit(&m->cancel, 1, memory_order_seq_cst);
    if (arch_syscall2(__NR_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0) != 0)
        return false;
    return *(volatile unsigned char *)&m->cancel_disabled == PTHREAD_CANCEL_DISABLE;
}

int cancel_by_libc(struct thread *t)
{
    if (t == thread_self() || thread_is_foreign(t))
        atomic_store_explicit(&t->cancel_requested, 1, memory_order_seq_cst);
    else if (is_disabled(t))
        return 0;
    return musl_own()->cancel((pthread_t)handle_of(t));
}
