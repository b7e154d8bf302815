/* SPDX-License-Identifier: MIT */
/*
 * What a thread is: struct thread, its metadata block; the word that decides who frees the block;
 * and the functions that create, join, detach, signal and end a thread. Errors are positive errno
 * values, as in POSIX.
 */
#ifndef PTHIN_CORE_THREAD_H
#define PTHIN_CORE_THREAD_H

#include "futex.h"
#include "syscalls.h"

/*
 * struct thread.state, the word that decides who gives a thread's block back.
 *
 *   DETACHED  nobody will join the thread: it gives its block back itself. Set by create, or by
 *             detach while EXITING and CLAIMED are clear. Never cleared.
 *   EXITING   the thread has run all of the program's code. From here on it does not look at its
 *             block again, except that a DETACHED one gives it back. Set once, by the thread.
 *   CLAIMED   another thread gives the block back, after the kernel has cleared the tid word: one
 *             that joins or has joined the thread, or one that detached it when it was EXITING.
 *             Set while DETACHED and CLAIMED are clear; cleared by a joiner that gives up.
 *   SENDER    the rest of the word counts the threads that use this one's tid right now, to send
 *             it a signal. Each adds itself and then looks at EXITING. A thread that has set
 *             EXITING stays until they are gone: meanwhile its tid cannot become another's.
 */
#define THREAD_DETACHED 1u
#define THREAD_EXITING  2u
#define THREAD_CLAIMED  4u
#define THREAD_SENDER   8u

/* Who made the thread. 0 must be THREAD_FOREIGN: that is what the zeroed block of a thread that the
   engine has never seen says. */
enum thread_kind {
    THREAD_FOREIGN, /* the initial thread, or made by the libc around us, behind our back */
    THREAD_ENGINE,  /* made by thread_create */
};

/* Whether the libc made the thread t, and not the engine. Where there are no such threads it is a
   constant, and what depends on it is not compiled. t may be one that is gone together with its
   block: then it was the engine's. */
#define thread_is_foreign(t)                                                                       \
    (HOST_HAS_FOREIGN && !(HOST_RING && block_is_unmapped(t)) && (t)->kind == THREAD_FOREIGN)

struct thread;

/* True if t's block was unmapped and its memory is not used for anything else yet. If it is, that
   cannot be told. */
bool block_is_unmapped(const struct thread *t);

/* How what t was made for is called, if it is not a function as POSIX has it: calls t->start in its
   own way, and returns its result as a pointer. */
typedef void *start_call(struct thread *t);

/* A stack and the mapping it came from. */
struct stack {
    char *map;       /* guard, stack, and the TLS+TCB above it if the host keeps them there */
    size_t map_size; /* 0: nothing of ours to unmap */
    char *low;       /* lowest usable byte */
    size_t size;     /* usable bytes from low upwards */
    size_t asked;    /* bytes that the creator asked for, the upper part of size */
    size_t guard;    /* protected bytes below low */
};

/* So many keys have their values inside the block. A thread that uses higher keys gets a mapping
   for those. */
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
 * The metadata block, one for each thread. It is a thread-local object, so its distance from the
 * thread pointer is the same in every thread. Because of that a creator can find and fill in the
 * block of its child before the child exists.
 */
struct thread {
    /* What create, join and exit touch: the first two cache lines. */
    _Atomic uint32_t tid; /* CLEARTID word, unless the host has one of its own */
    _Atomic uint32_t state;
    uint8_t kind;                      /* enum thread_kind */
    bool has_mask;                     /* the child sets mask before it runs start */
    bool keys_used;                    /* some key value may be set */
    _Atomic uint8_t cancel_state;      /* enum cancel_state (cancel.h) */
    volatile uint8_t cancel_type;      /* read by the handler */
    bool exit_called;                  /* ended by pthread_exit, result is set */
    bool explicit_sched;               /* created with scheduling of its own */
    bool foreign_keys;                 /* foreign thread: the libc calls us at its end */
    bool foreign_ended;                /* foreign thread: not to be linked (again) */
    bool join_cancellable;             /* if cancelled, it gives up its join (joining, below) */
    _Atomic uint32_t cancel_requested; /* set by others, never cleared */
    start_call *call;                  /* how start is called; NULL: as start(arg) */
    void *(*start)(void *);
    void *arg;
    void *result;
    ksigset mask;
    struct stack stack;
    struct cleanup *cleanup; /* innermost handler; hosts that unwind by themselves leave it */

    void (*run_at_exit)(void *); /* at_exit.h; NULL: nothing to run */

    _Atomic uint32_t sched_lock; /* held while its scheduling is read or changed: priority.c */

    /* Its priority ceilings, under sched_lock; NULL before the first. */
    struct ceilings *ceilings;

    /* For sched_rank_lately: the rank that was found last, the value of sched_changes at that time,
       and how many times more the rank may be used. */
    uint32_t rank_changes;
    uint8_t rank, rank_uses;

    struct thread *joining; /* the thread whose end this one sleeps for: join.c */

    /* The scheduling that the thread is to set for itself; NULL if none, or once that is done. */
    struct start_gate *gate;

    /* The host's list of threads. */
    struct thread *prev, *next;

    struct robust_head robust; /* not used where the libc registers a list of its own */

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
    const struct gate_calls *gate; /* &gate_calls (gate.h) */
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
    start_call *call; /* NULL: start(arg) returns a pointer */
    /* Not NULL: puts arguments at the upper end of t's stack, below top, and t->arg leads to them.
       Returns where they begin. */
    char *(*place)(struct thread *t, char *top, const void *arguments);
    const void *arguments;
    const ksigset *mask;               /* initial signal mask; NULL: as the creator */
    const struct sched_request *sched; /* NULL: as the creator */
};

/*
 * Starts a thread. *handle is written before the thread can run. EAGAIN: no memory, or no more
 * threads allowed. EINVAL: impossible sizes. EPERM, EINVAL: the kernel refuses the scheduling.
 * ENOSYS: this host cannot have threads of the engine's (see host_start).
 */
int thread_create(uintptr_t *handle, const struct thread_attr *attr, void *(*start)(void *),
                  void *arg);

/* Calls what the thread was made for. Up to here its signals are blocked: a handler of the program's may
   end the thread, or be cancelled, and the host has to be ready for that. */
static inline void *thread_call_start(struct thread *t)
{
    if (t->has_mask)
        sys_sigprocmask(KSIG_SETMASK, &t->mask, NULL);
    return t->call ? t->call(t) : t->start(t->arg);
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

/* Before the caller sleeps until t ends, by the engine or by the libc; thread_join_end afterwards.
   EDEADLK, and then no thread_join_end: t is the caller, or sleeps for the caller's end, maybe
   through others. */
int thread_join_begin(struct thread *t);
void thread_join_end(void);
/* In the child of a fork: nobody sleeps for anybody. */
void thread_join_after_fork(void);

/* Lets t free itself. EINVAL: already detached, or being joined. ESRCH: gone. */
int thread_detach(struct thread *t);

/* Ends the caller, whose cleanup handlers have run. Runs the destructors of thread-local objects
   and of keys. */
void thread_exit(void *result) __attribute__((noreturn));
/* As it is passed to the host. (_Noreturn would not be part of the type.) */
typedef void (*thread_end)(void *result) __attribute__((noreturn));

/* What the program has asked to be run at t's end, t being the caller: at_exit.h's functions, then
   the destructors of key values. */
void thread_run_ends(struct thread *t);

/* Sends a signal. 0 also if t has ended and has not been joined yet. EINVAL: no such signal. ESRCH:
   t is known to be dead. */
int thread_signal(struct thread *t, int sig);

/* The same for a thread that is not the caller and whose block is there, with any signal. 0, and
   nothing is sent, if t has run all of the program's code. */
int thread_send(struct thread *t, int sig);

/*
 * Whether t is known to be dead: joined, or detached and ended. Its block may be in the cache or
 * unmapped. If it is another thread's by now, the answer is about that one.
 */
bool thread_is_dead(struct thread *t);
/* The same for a block that is there, and whose state was state. */
bool thread_state_dead(struct thread *t, uint32_t state);

/*
 * To use t's tid from another thread. If thread_pin returns 1, the tid stays t's until
 * thread_unpin; in between all signals are blocked, and *mask has what was set before. If it
 * returns 0, t has run all of the program's code, and thread_unpin must not be called.
 */
int thread_pin(struct thread *t, ksigset *mask);
void thread_unpin(struct thread *t, const ksigset *mask);

/* Waits until t, which is EXITING, is gone: the kernel has cleared its tid word. No cancellation
   point. */
void thread_wait_gone(struct thread *t);

/* In the child of a fork, where the caller is the only thread: undoes what others were doing. */
void thread_after_fork(void);
/* How many forks lie between the first process and this one. Locks keep the number with what they
   count: so they see that waiters were counted in a parent and do not exist here. */
extern PTHIN_HIDDEN _Atomic uint32_t fork_generation;

/* The stack of the thread of this handle, whoever made it, and whether it is detached. stack->low
   and size are of the part that was asked for, without the room for signal frames below. 0 or an
   errno value. */
int thread_stack(uintptr_t handle, struct stack *stack, bool *detached);

/* The same for the initial thread, whose stack the kernel made. */
int thread_initial_stack(struct stack *stack);

/* The default size of stack and guard, in bytes; see attr.c for where they come from. */
size_t default_stack_size(void);
size_t default_guard_size(void);
void default_sizes_set(size_t stack, size_t guard);
/* A lock for what the POSIX layer keeps of the default attributes beyond these sizes. In the child
   of a fork it is free, and what it guards is as it was last published before the fork. */
void defaults_lock(void);
void defaults_unlock(void);
void defaults_after_fork(void);

#endif
