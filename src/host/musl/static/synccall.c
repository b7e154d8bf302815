/* SPDX-License-Identifier: MIT */
/*
 * Calling a function in every thread: what the kernel does for one thread, such as setuid, has
 * to be done for the process. All threads are brought into a handler first, one after the
 * other; then each calls the function in its turn, the caller last; then all go on. So no
 * thread of the program runs while they differ.
 *
 * Only futexes in the handler: it may have interrupted anything.
 */
#include <asm/errno.h>

#include <asm/unistd.h>
#include "arch/arch.h"
#include "core/sigaction.h"
#include "musl.h"

/* One call at a time: the ring's lock is held throughout. */
static void (*function)(void *);
static void *argument;
static _Atomic uint32_t wanted; /* tid that is to enter the handler; 0 none */
static _Atomic uint32_t turn;   /* tid that is to call the function; 0 none */
static _Atomic uint32_t steps;  /* counts threads that entered, or have called it */
static _Atomic uint32_t rounds; /* changes when all may go on */
static _Atomic uint32_t inside; /* threads that have yet to leave the handler */

static void wait_while(const _Atomic uint32_t *word, uint32_t value)
{
    /* acquire: pairs with the store or addition of who changes it */
    while (atomic_load_explicit(word, memory_order_acquire) == value)
        futex_wait(word, value, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

static void wake_all(const _Atomic uint32_t *word)
{
    futex_wake(word, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* Of many that wait for their turn, not all are to be woken each time. */
static uint32_t turn_bit(uint32_t tid)
{
    return 1u << (tid % 32);
}

static void step(void)
{
    /* release: pairs with the caller's wait_while(&steps) */
    atomic_fetch_add_explicit(&steps, 1, memory_order_release);
    wake_all(&steps);
}

static void handler(int sig, void *info, void *context)
{
    uint32_t tid = host_self_tid(), other;
    (void)sig, (void)info, (void)context;
    /* acquire: pairs with bring(). A signal that was not for us, or from elsewhere */
    if (atomic_load_explicit(&wanted, memory_order_acquire) != tid)
        return;
    atomic_store_explicit(&wanted, 0, memory_order_relaxed);
    uint32_t round = atomic_load_explicit(&rounds, memory_order_relaxed);
    step();
    /* acquire: pairs with give_turn() */
    while ((other = atomic_load_explicit(&turn, memory_order_acquire)) != tid)
        futex_wait(&turn, other, FUTEX_THREADS, NULL, turn_bit(tid));
    function(argument);
    step();
    wait_while(&rounds, round);
    /* release: pairs with __synccall's last wait; the next call starts with nobody in here */
    if (atomic_fetch_sub_explicit(&inside, 1, memory_order_release) == 1)
        wake_all(&inside);
}

static void nothing(void *arg)
{
    (void)arg;
}

/* Not so if it could not be cloned, and waits for the lock to be taken out of the ring. */
static bool exists(struct musl_thread *m)
{
    return atomic_load_explicit(&m->tid, memory_order_relaxed) != 0;
}

/* Brings the thread into the handler. False: it cannot be reached. */
static bool bring(struct musl_thread *m, int pid)
{
    uint32_t tid = atomic_load_explicit(&m->tid, memory_order_relaxed);
    uint32_t before = atomic_load_explicit(&steps, memory_order_relaxed);
    long r;
    /* release: pairs with the handler's load */
    atomic_store_explicit(&wanted, tid, memory_order_release);
    /* EAGAIN: the user has too many signals queued; they will be taken */
    while ((r = sys_tgkill(pid, (int)tid, HOST_BROADCAST_SIGNAL)) == -EAGAIN)
        arch_syscall0(__NR_sched_yield);
    if (r != 0)
        return false;
    wait_while(&steps, before);
    return true;
}

/* Lets the thread, which is in the handler, call the function. */
static void give_turn(struct musl_thread *m)
{
    uint32_t tid = atomic_load_explicit(&m->tid, memory_order_relaxed);
    uint32_t before = atomic_load_explicit(&steps, memory_order_relaxed);
    /* release: pairs with the handler's load */
    atomic_store_explicit(&turn, tid, memory_order_release);
    futex_wake(&turn, FUTEX_EVERYONE, FUTEX_THREADS, turn_bit(tid));
    wait_while(&steps, before);
}

void __synccall(void (*f)(void *), void *arg)
{
    struct musl_thread *self = musl_self();
    ksigset block = KSIG_ALL & ~HOST_OPEN_SIGNALS, mask;
    uint32_t brought = 0;
    int pid = sys_getpid();
    /* The child of a vfork shares our memory, not our threads. Nor may it wait for the lock:
       the holder may be waiting for its parent, which waits for the child. */
    if ((uint32_t)sys_gettid() != host_self_tid()) {
        f(arg);
        return;
    }
    sys_sigprocmask(KSIG_BLOCK, &block, &mask);
    __tl_lock();
    function = f;
    argument = arg;
    atomic_store_explicit(&turn, 0, memory_order_relaxed);
    /* Each time: musl's membarrier may have used the signal in between. */
    long r = sigaction_internal(HOST_BROADCAST_SIGNAL, handler);
    for (struct musl_thread *m = self->next; m != self; m = m->next) {
        if (!exists(m))
            continue;
        if (r != 0 || !bring(m, pid)) {
            function = f = nothing; /* all or none; the caller sees that it was not called */
            break;
        }
        brought++;
    }
    atomic_store_explicit(&wanted, 0, memory_order_relaxed);
    atomic_store_explicit(&inside, brought, memory_order_relaxed);
    uint32_t left = brought;
    for (struct musl_thread *m = self->next; m != self; m = m->next) {
        if (!exists(m))
            continue;
        if (left-- == 0)
            break;
        give_turn(m);
    }
    f(arg);
    /* release: pairs with the handler's wait */
    atomic_fetch_add_explicit(&rounds, 1, memory_order_release);
    wake_all(&rounds);
    uint32_t still;
    /* acquire: pairs with the handler's end */
    while ((still = atomic_load_explicit(&inside, memory_order_acquire)) != 0)
        futex_wait(&inside, still, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
    __tl_unlock();
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
}
