/* SPDX-License-Identifier: MIT */
/* The engine's own threads, for those who build something other than pthreads on them: a language
 * runtime, a sandbox, a libc. It is the same on every host, and its threads are also POSIX
 * threads: the handle is the value of pthread_self(), so both interfaces may be mixed.
 *
 * A handle is a plain pointer. It owns nothing: a thread that nobody joins or detaches keeps its
 * memory. It may be used until the thread was joined, or, once detached, until it has ended.
 *
 * Unless its comment says otherwise, a function may be called by any thread of the process, does
 * not touch errno, and returns 0 or one of the error numbers of <errno.h> listed there. */
#ifndef _PTHIN_THREAD_H
#define _PTHIN_THREAD_H 1

#include <stddef.h>

#include <pthin/bits/declare.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pthin_thread pthin_thread;

/* What a thread runs. args are count values that belong to the thread: they lie on its own stack
 * and may be changed. The result is for pthin_thread_join. */
typedef void *pthin_thread_start(size_t count, void **args);

/* Starts a thread that runs start(count, args) with a copy of the count values at args.
 *
 * handle      where the handle goes, before the thread runs; it must be given
 * stack_size  bytes of stack, rounded up to pages, from PTHREAD_STACK_MIN on; thread-local data
 *             has a place of its own beside it, the copy of args is put at the stack's upper end
 * guard_size  bytes below the stack that may not be touched, rounded up to pages; 0: none
 *
 * The thread has the creator's signal mask, scheduling and CPU affinity.
 * EAGAIN  there is no memory for it, or the kernel allows no more threads
 * EINVAL  a size that cannot be, or args do not fit into half the stack
 * ENOSYS  the libc around us is none that the engine knows (see PTHIN_VERBOSE), or the engine was
 *         switched off; pthread_create gives threads of the libc's there */
int pthin_thread_create(pthin_thread **__handle, pthin_thread_start *__start, void *const *__args,
                        size_t __count, size_t __stack_size, size_t __guard_size);

/* Waits until the thread has ended and the kernel is done with its stack, stores what it returned
 * in *result (unless NULL) and gives back its memory. A cancellation point (pthread_cancel).
 * EDEADLK  the caller, or a thread that waits for the caller, maybe through others
 * EINVAL   detached, being joined by another thread, or not of the engine's making
 * ESRCH    known to be gone */
int pthin_thread_join(pthin_thread *__handle, void **__result);

/* Has the thread give back its memory by itself when it ends.
 * EINVAL  detached already, being joined, or not of the engine's making
 * ESRCH   known to be gone */
int pthin_thread_detach(pthin_thread *__handle);

/* Has function(arg) called when the calling thread ends, or when it ends the process by exit or
 * by returning from main: before the destructors of key values, the last registered first. The
 * functions may register more. With no libc the first eight of a thread need no memory; elsewhere
 * the libc keeps a note of a thread's first one, or of the process's.
 * ENOMEM  (glibc itself ends the process if it has no memory for its note) */
int pthin_thread_at_exit(void (*__function)(void *), void *__arg);

/* The calling thread's handle. */
pthin_thread *pthin_thread_current(void) __PTHIN_NOTHROW __attribute__((__const__));

/* The calling thread's ID as the kernel has it (man gettid(2)), without a system call. */
int pthin_thread_current_id(void) __PTHIN_NOTHROW;

/* The thread's ID as the kernel has it, or 0 once the thread is gone: when this is 0, its stack is
 * out of use. */
int pthin_thread_id(pthin_thread *__handle) __PTHIN_NOTHROW;

/* Stores the lowest address of the thread's stack, its size and the size of the guard below it, in
 * bytes. Of the initial thread: how far its stack may grow, as the limits stand now.
 * ENOENT  the initial thread's stack cannot be found
 * ESRCH   known to be gone */
int pthin_thread_stack(pthin_thread *__handle, void **__low, size_t *__size, size_t *__guard_size);

/* Lets other threads run first. */
void pthin_thread_yield(void) __PTHIN_NOTHROW;

/* What pthread_create uses if nothing else is asked for, in bytes: the soft limit RLIMIT_STACK when
 * the program was started, 2 MB if there was none, and at least what the program was linked with
 * (-z stack-size); the guard's size is the host's. */
size_t pthin_thread_default_stack_size(void);
size_t pthin_thread_default_guard_size(void);

/* The address, in the calling thread, of the byte at offset in the initial image of the thread-
 * local data of a module: 1 is the program, others are those of the dynamic linker. NULL if a
 * static program is asked for any but 1. */
void *pthin_thread_tls_address(size_t __module, size_t __offset);

#ifdef __PTHIN_NO_LIBC
/* For the author of a fork, right after it in the child: the caller is the only thread left, and
 * has a new ID. With a libc, its fork sees to it. */
void pthin_thread_after_fork(void) __PTHIN_NOTHROW;
#endif

#ifdef __cplusplus
}
#endif
#endif
