/* SPDX-License-Identifier: MIT */
/*
 * What a thread is: its metadata block, the word that decides who frees it, and the calls that
 * create, join, detach, signal and end it. Errors are positive errno values, as POSIX has them.
 */
#ifndef PTHIN_CORE_THREAD_H
#define PTHIN_CORE_THREAD_H

#include "futex.h"

/*
 * struct thread.state, the one word that says who gives a thread's block back.
 *
 *   DETACHED  nobody will join. Set by create, or by detach while EXITING and CLAIMED are clear.
 *             Never cleared. The thread frees itself.
 *   EXITING   the thread has run all of the program's code and will not look at its block
 *             again, except that a DETACHED one frees it. Set once, by the thread.
 *   CLAIMED   one thread is joining, or has joined, or has detached a thread that was EXITING:
 *             it waits for the kernel to clear the tid word and frees the block. Set while
 *             DETACHED and CLAIMED are clear; cleared only by a joiner that gives up.
 *   SENDER    the rest of the word counts threads that are sending it a signal right now. They
 *             add before they look at EXITING; the thread, once EXITING, stays until they are
 *             gone, so that its tid cannot be anybody else's meanwhile.
 */
#define THREAD_DETACHED 1u
#define THREAD_EXITING  2u
#define THREAD_CLAIMED  4u
#define THREAD_SENDER   8u

/* Who made the thread. The values 0 (a zeroed block) must mean "not the engine". */
enum thread_kind {
    THREAD_FOREIGN, /* made by the libc around us, behind our back */
    THREAD_ENGINE,  /* made by thread_create */
    THREAD_MAIN,    /* the initial thread, where the engine looks after it */
};

/* What a thread was made to run. */
enum start_kind {
    START_POINTER, /* POSIX: start(arg) returns a pointer */
    START_INT,     /* C11: start(arg) returns an int */
    START_VALUES,  /* start(count, values); arg points at a struct start_values */
};

/* At the upper end of the stack of the thread that they are for. */
struct start_values {
    size_t count;
    void *values[];
};

/* A stack and the mapping it came from. */
struct stack {
    char *map;       /* guard, stack, and the TLS+TCB above it if the host keeps them there */
    size_t map_size; /* 0: nothing of ours to unmap */
    char *low;       /* lowest usable byte */
    size_t size;     /* usable bytes from low upwards */
    size_t asked;    /* the upper part of them that the creator asked for */
    size_t guard;    /* protected bytes below low */
};

/* Key values kept inside the block; higher keys cost a mapping of their own. */
#define KEY_VALUES_INLINE 64

/* The kernel's struct robust_list_head. */
struct robust_head {
    void *next; /* the list; points at itself when empty */
    long futex_offset;
    void *pending; /* the mutex being locked or unlocked now */
};

struct ceilings; /* priority.c */
struct cleanup;  /* a cleanup handler of pthread_cleanup_push; the layout is the header's */

/*
 * The metadata block: one per thread, a thread-local object, so that its distance from the
 * thread pointer is the same in every thread and a parent can fill in its child's.
 */
struct thread {
    /* What create, join and exit touch: the first two cache lines. */
    _Atomic uint32_t tid; /* CLEARTID word, unless the host has one of its own */
    _Atomic uint32_t state;
    uint8_t kind;                      /* enum thread_kind */
    uint8_t start_kind;                /* enum start_kind */
    bool has_mask;                     /* the child sets mask before it runs start */
    bool keys_used;                    /* some key value may be set */
    _Atomic uint8_t cancel_state;      /* enum cancel_state (cancel.h) */
    volatile uint8_t cancel_type;      /* read by the handler */
    bool exit_called;                  /* ended by pthread_exit, result is set */
    bool explicit_sched;               /* created with scheduling of its own */
    bool foreign_keys;                 /* foreign thread: its libc will call us at its end */
    bool join_cancellable;             /* its join (joining, below) ends if it is cancelled */
    _Atomic uint32_t cancel_requested; /* set by others, never cleared */
    void *(*start)(void *);
    void *arg;
    void *result;
    ksigset mask;
    struct stack stack;
    struct cleanup *cleanup; /* innermost handler; hosts that unwind by themselves leave it */

    void (*run_at_exit)(void *); /* at_exit.h; NULL: nothing to run */

    _Atomic uint32_t sched_lock; /* around changes of its scheduling; see priority.c */

    /* Its priority ceilings, under sched_lock; NULL before the first. */
    struct ceilings *ceilings;

    /* What sched_rank said last, after how many changes, and how often it may be said again. */
    uint32_t rank_changes;
    uint8_t rank, rank_uses;

    struct thread *joining; /* the thread this one sleeps for in join; see join.c */

    /* Scheduling that only the child can set up; NULL after the handshake. */
    struct start_gate *gate;

    /* Hosts without a thread list of their own link threads here. */
    struct thread *prev, *next;

    struct robust_head robust; /* unless the host registered one of its own */

    void *_Atomic *more_values; /* keys from KEY_VALUES_INLINE up, or NULL */
    void *_Atomic values[KEY_VALUES_INLINE];
};

extern PTHIN_HIDDEN _Thread_local struct thread thread_block;

static inline struct thread *thread_self(void)
{
    return &thread_block;
}

/* Scheduling parameters that the new thread sets for itself before it runs. */
struct sched_request {
    bool set_policy;
    int policy;
    int priority;
    const void *cpuset; /* NULL: as the creator */
    size_t cpuset_size; /* in bytes */
};

struct thread_attr {
    size_t stack_size; /* bytes */
    size_t guard_size; /* bytes, rounded up to pages; not used with a stack of the caller's */
    void *stack_low;   /* the caller's stack, or NULL */
    bool detached;
    enum start_kind start_kind;
    void *const *values; /* START_VALUES: to be copied for the thread, arg is not used */
    size_t value_count;
    const ksigset *mask;               /* initial signal mask; NULL: as the creator */
    const struct sched_request *sched; /* NULL: as the creator */
};

/*
 * Starts a thread. *handle is written before the thread can run. EAGAIN: no memory or no
 * thread to be had; EINVAL: sizes that cannot be; EPERM, EINVAL: the scheduling request was
 * refused. ENOSYS: this host cannot take the engine's threads (see host_start).
 */
int thread_create(uintptr_t *handle, const struct thread_attr *attr, void *(*start)(void *),
                  void *arg);

/* Calls what the thread was made for. */
static inline void *thread_call_start(struct thread *t)
{
    void (*start)(void) = (void (*)(void))t->start;
    struct start_values *v = t->arg;
    if (t->start_kind == START_INT)
        return (void *)(intptr_t)((int (*)(void *))start)(t->arg);
    if (t->start_kind == START_VALUES)
        return ((void *(*)(size_t, void **))start)(v->count, v->values);
    return t->start(t->arg);
}

/* How long join may wait. */
enum join_wait { JOIN_WAIT, JOIN_TRY };

/*
 * Waits for t to end, until deadline (NULL: for ever), and gives its block back. EDEADLK: t is
 * the caller, or waits for the caller. EINVAL: detached, or joined by another. EBUSY: JOIN_TRY
 * and not ended. ETIMEDOUT: t stays joinable. ESRCH: gone. A cancellation point, except for
 * JOIN_TRY.
 */
int thread_join(struct thread *t, void **result, const struct deadline *deadline,
                enum join_wait wait);

/* The caller is about to sleep until t's end, in whatever way. EDEADLK: t is the caller, or waits
   for it, maybe through others. Else thread_join_end ends it. */
int thread_join_begin(struct thread *t);
void thread_join_end(void);
void thread_join_after_fork(void);

/* Lets t free itself. EINVAL: already detached, or being joined. ESRCH: gone. */
int thread_detach(struct thread *t);

/* Ends the caller, after the cleanup handlers ran. Runs the destructors of thread-local
   objects and keys. */
_Noreturn void thread_exit(void *result);

/* What the program has asked to be run at t's end, t being the caller: at_exit.h's functions, then
   the destructors of key values. */
void thread_run_ends(struct thread *t);

/* Sends a signal. 0 also when t has ended but not been joined. EINVAL: no such signal. ESRCH: it
   is known to be dead. */
int thread_signal(struct thread *t, int sig);

/*
 * Whether t is known to be dead: joined, or detached and ended. Its memory may be unmapped or wait
 * for another thread; if another has it already, this cannot be told.
 */
bool thread_is_dead(struct thread *t);
/* The same of a block that is there, from its state. */
bool thread_state_dead(struct thread *t, uint32_t state);

/*
 * Brackets an action upon t's tid by another thread. Returns 0 if t is past its last code, and
 * then end must not be called; otherwise t's tid stays its own until thread_pin_end.
 * All signals are blocked in between, saved in *mask.
 */
int thread_pin(struct thread *t, ksigset *mask);
void thread_unpin(struct thread *t, const ksigset *mask);

/* Waits until t, which is past its last code, is gone. No cancellation point. */
void thread_wait_gone(struct thread *t);

/* In the child of a fork: the caller is the only thread left. */
void thread_after_fork(void);
/* How many forks lie between the first process and this one; tells apart what a thread that
   vanished in a fork had begun. */
extern PTHIN_HIDDEN _Atomic uint32_t fork_generation;

/* The stack of the thread of this handle, whoever made it, and whether it is detached: low and size
   tell what was asked for, without what lies below for signals. 0 or an errno value. */
int thread_stack(uintptr_t handle, struct stack *stack, bool *detached);

/* The default size of stack and guard, in bytes; see attr.c for where they come from. */
size_t default_stack_size(void);
size_t default_guard_size(void);
void default_sizes_set(size_t stack, size_t guard);
/* Around what the POSIX layer keeps of the default attributes beyond the sizes. In the child of a
   fork it is free, and what it guards is as the forking thread's process last published it. */
void defaults_lock(void);
void defaults_unlock(void);
void defaults_after_fork(void);

#endif
