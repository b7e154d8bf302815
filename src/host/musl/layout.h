/* SPDX-License-Identifier: MIT */
/*
 * Where musl keeps things: the two of its structures that this host shares, as musl 1.2.2 and
 * all later ones lay them out. What the compiler cannot check against musl, check.c does when
 * the program starts.
 */
#ifndef PTHIN_HOST_MUSL_LAYOUT_H
#define PTHIN_HOST_MUSL_LAYOUT_H

#include "arch/arch.h"
#include "core/thread.h"

/*
 * A thread, as the members of libc.a see it; pthread_t is its address. It begins at the thread
 * pointer, or ends there if static TLS lies above. The fields without a comment are nobody's.
 */
struct musl_thread {
    struct musl_thread *self; /* its own address */
#if !ARCH_TLS_ABOVE_TP
    uintptr_t *dtv; /* set by __copy_tls */
#endif
    struct musl_thread *prev, *next; /* the ring of all threads */
    uintptr_t sysinfo;               /* how to enter the kernel, on i386 */
#if !ARCH_TLS_ABOVE_TP
    uintptr_t canary; /* the stack protector's, read by compiled code */
#endif
    _Atomic uint32_t tid;    /* 0 once the thread is past all of libc's code */
    int errno_value;         /* errno */
    int detach_state;        /* only looked at by check.c; ours is in struct thread */
    _Atomic uint32_t cancel; /* the thread is asked to end; cleared by timer and aio threads */
    unsigned char cancel_disabled, cancel_async;
    unsigned char flags; /* of dlerror */
    unsigned char *map;
    size_t map_size;
    void *stack; /* not NULL: h_errno is the thread's own, too */
    size_t stack_size, guard_size;
    void *result;
    struct cleanup *cleanup; /* cleared by timer threads; ours is in struct thread */
    void **values;
    struct robust_head robust; /* futex_offset 0: not registered, as after fork */
    int h_errno_value;         /* h_errno */
    int timer_id;              /* of the timer that the thread is behind */
    void *locale;              /* uselocale */
    int kill_lock;
    char *dlerror;    /* its message */
    void *file_locks; /* held by flockfile */
#if ARCH_TLS_ABOVE_TP
    uintptr_t canary;
    uintptr_t *dtv;
#endif
};

/* Expected offset: 64 and 32 bits with static TLS below the thread pointer, then above it. */
#if ARCH_TLS_ABOVE_TP
#    define MUSL_OFFSET(below64, below32, above64, above32)                                        \
        (sizeof(void *) == 8 ? above64 : above32)
#else
#    define MUSL_OFFSET(below64, below32, above64, above32)                                        \
        (sizeof(void *) == 8 ? below64 : below32)
#endif
#define MUSL_FIELD(field, below64, below32, above64, above32)                                      \
    _Static_assert(offsetof(struct musl_thread, field) ==                                          \
                       MUSL_OFFSET(below64, below32, above64, above32),                            \
                   "struct pthread of musl")
_Static_assert(sizeof(struct musl_thread) == (sizeof(void *) == 8 ? 200 : 112), "all of them");
MUSL_FIELD(self, 0, 0, 0, 0);
MUSL_FIELD(prev, 16, 8, 8, 4);
MUSL_FIELD(next, 24, 12, 16, 8);
MUSL_FIELD(sysinfo, 32, 16, 24, 12);
MUSL_FIELD(canary, 40, 20, 184, 104);
MUSL_FIELD(tid, 48, 24, 32, 16);
MUSL_FIELD(errno_value, 52, 28, 36, 20);
MUSL_FIELD(detach_state, 56, 32, 40, 24);
MUSL_FIELD(cancel, 60, 36, 44, 28);
MUSL_FIELD(map, 72, 44, 56, 36);
MUSL_FIELD(stack, 88, 52, 72, 44);
MUSL_FIELD(cleanup, 120, 68, 104, 60);
MUSL_FIELD(robust, 136, 76, 120, 68);
MUSL_FIELD(timer_id, 164, 92, 148, 84);
MUSL_FIELD(locale, 168, 96, 152, 88);

/* A module with thread-local storage. In a static program there is one, or none. */
struct musl_tls_module {
    struct musl_tls_module *next;
    void *image; /* initial contents: image_size bytes, then zeroes up to size */
    size_t image_size, size, align;
    size_t offset;
};

/* The process. */
struct musl_process {
    char can_do_threads; /* the thread pointer is set */
    char threaded;       /* a thread has been created: streams are locked */
    char secure;
    signed char need_locks; /* malloc and others lock: 1 yes; -1 once more, then 0 no */
    int threads_minus_1;
    const uintptr_t *auxv;
    struct musl_tls_module *tls_head;
    size_t tls_size, tls_align, tls_count; /* of TLS and struct musl_thread together */
    size_t page_size;
    void *global_locale[]; /* more follows */
};
_Static_assert(offsetof(struct musl_process, need_locks) == 3, "struct __libc of musl");
_Static_assert(offsetof(struct musl_process, threads_minus_1) == 4, "struct __libc of musl");
_Static_assert(offsetof(struct musl_process, auxv) == 8, "struct __libc of musl");
_Static_assert(offsetof(struct musl_process, tls_head) == 8 + sizeof(void *),
               "struct __libc of musl");
_Static_assert(offsetof(struct musl_process, page_size) == 8 + 5 * sizeof(void *),
               "struct __libc of musl");

/* A stream, up to its lock and, for dynamic programs, the list of those that a thread holds. */
struct musl_offset {
    int64_t offset;
};
struct musl_file {
    unsigned flags;
    void *unused[12];
    struct musl_file *prev, *next; /* all that are open but the standard ones; ends with NULL */
    int fd, pipe_pid;
    long lock_count;
    int mode;
    volatile int
        lock; /* 0, or the holder's tid; -1: opened while there was one thread, not locked */
    int line_buffered;
    void *cookie;
    int64_t offset __attribute__((aligned(_Alignof(struct musl_offset))));
    void *unused2[3];
    int64_t unused3[2] __attribute__((aligned(_Alignof(struct musl_offset))));
    struct musl_file *prev_locked, *next_locked; /* others that the holder took by flockfile */
};
/* lock: a bit beside the tid, somebody may wait; alone, the holder is gone. */
#define MUSL_FILE_WAITERS 0x40000000
#define MUSL_FILE_ORPHAN  MUSL_FILE_WAITERS
_Static_assert(offsetof(struct musl_file, next) == 14 * sizeof(void *), "struct _IO_FILE of musl");
_Static_assert(offsetof(struct musl_file, lock) == (sizeof(void *) == 8 ? 140 : 76),
               "struct _IO_FILE of musl");

/* ---- From the thread pointer to the thread ---- */

static inline struct musl_thread *musl_thread_at(uintptr_t tp)
{
    return (struct musl_thread *)tp - ARCH_TLS_ABOVE_TP;
}

static inline uintptr_t musl_thread_pointer(struct musl_thread *m)
{
    return (uintptr_t)(m + ARCH_TLS_ABOVE_TP);
}

static inline struct musl_thread *musl_self(void)
{
    return musl_thread_at(arch_thread_pointer());
}

/* Metadata block <-> musl's: the same distance in every thread. */
static inline struct musl_thread *musl_of(const struct thread *t)
{
    return (struct musl_thread *)((uintptr_t)t -
                                  ((uintptr_t)thread_self() - (uintptr_t)musl_self()));
}

#endif
