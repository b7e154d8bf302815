/* SPDX-License-Identifier: MIT */
/* What pthread.h needs to know about glibc 2.34 and later: where the types come from, how a
 * function must be declared so that glibc's own headers can declare it again, the static
 * initialisers, and cleanup handlers that glibc's unwinder runs. */
#ifndef _PTHIN_BITS_HOST_H
#define _PTHIN_BITS_HOST_H 1
#pragma GCC system_header

#ifndef _PTHREAD_H
#    error "include <pthread.h> instead"
#endif

#include <features.h>
#include <pthin/bits/declare.h>
#define __need_size_t
#define __need_NULL
#include <stddef.h>

#include <bits/pthreadtypes.h>
#include <bits/setjmp.h>
#include <bits/types/clockid_t.h>
#include <bits/types/sigset_t.h>
#include <bits/types/struct_timespec.h>
#ifdef __USE_MISC
#    include <bits/pthread_stack_min-dynamic.h>
#endif

/* In the strict modes (-std=c99 with no feature macro) glibc leaves these types out. They are
 * spelled as glibc spells them: objects and C++ names have to be the same in every mode. */
#if !defined __USE_UNIX98 && !defined __USE_XOPEN2K
typedef union {
    struct __pthread_rwlock_arch_t __data;
    char __size[__SIZEOF_PTHREAD_RWLOCK_T];
    long int __align;
} pthread_rwlock_t;

typedef union {
    char __size[__SIZEOF_PTHREAD_RWLOCKATTR_T];
    long int __align;
} pthread_rwlockattr_t;
#endif
#ifndef __USE_XOPEN2K
typedef volatile int pthread_spinlock_t;

typedef union {
    char __size[__SIZEOF_PTHREAD_BARRIER_T];
    long int __align;
} pthread_barrier_t;

typedef union {
    char __size[__SIZEOF_PTHREAD_BARRIERATTR_T];
    int __align;
} pthread_barrierattr_t;
#endif

#ifdef __USE_GNU
#    define __PTHIN_USE_GNU 1
#endif
#define __PTHIN_CPU_SET cpu_set_t

/* The order of the fields differs between the ports, so glibc's own per-port lists are used. The
 * fields of a condition variable differ between versions: it is zeroed in a way that
 * compilers do not take for a forgotten field. */
/* clang-format off */
#define __PTHIN_MUTEX_INIT(type)  {{__PTHREAD_MUTEX_INITIALIZER(type)}}
#define __PTHIN_RWLOCK_INIT(kind) {{__PTHREAD_RWLOCK_INITIALIZER(kind)}}
#ifdef __cplusplus
#    define __PTHIN_COND_INIT {{}}
#else
#    define __PTHIN_COND_INIT {.__size = {0}}
#endif
/* clang-format on */

/* The handler of the oldest interface, _pthread_cleanup_push and _pop, which programs that use them
 * declare by themselves. */
struct _pthread_cleanup_buffer {
    void (*__routine)(void *);
    void *__arg;
    int __canceltype;
    struct _pthread_cleanup_buffer *__prev;
};

/* Cleanup handlers. glibc's unwinder finds them in one of two ways: through the frames' unwind
 * tables, if the code is compiled with them (C++, C with -fexceptions), or through a list of
 * jump buffers. Which of the two is the compiler's option, as with glibc's own header, so that
 * object files compiled against either header can call each other. */
#if defined __cplusplus && defined __EXCEPTIONS

extern "C++" {
struct __pthin_cleanup {
    void (*__routine)(void *);
    void *__arg;
    int __run;
    int __type;

    __pthin_cleanup(void (*__r)(void *), void *__a)
        : __routine(__r), __arg(__a), __run(1), __type(0)
    {
    }
    /* A handler may itself end the thread, which unwinds from here. */
    ~__pthin_cleanup()
#    if __cplusplus >= 201103L
        noexcept(false)
#    endif
    {
        if (__run)
            __routine(__arg);
    }
};
}

#    define pthread_cleanup_push(routine, arg)                                                     \
        do {                                                                                       \
            __pthin_cleanup __pthin_frame((routine), (arg));
#    define pthread_cleanup_pop(execute)                                                           \
        __pthin_frame.__run = (execute);                                                           \
        }                                                                                          \
        while (0)
#    define __PTHIN_CLEANUP_PUSH_DEFER(routine, arg)                                               \
        pthread_cleanup_push(routine, arg);                                                        \
        pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &__pthin_frame.__type)
#    define __PTHIN_CLEANUP_POP_RESTORE(execute)                                                   \
        pthread_setcanceltype(__pthin_frame.__type, 0);                                            \
        pthread_cleanup_pop(execute)

#elif defined __EXCEPTIONS

struct __pthin_cleanup {
    void (*__routine)(void *);
    void *__arg;
    int __run;
    int __type;
};

static __inline__ void __pthin_cleanup_end(struct __pthin_cleanup *__frame)
{
    if (__frame->__run)
        __frame->__routine(__frame->__arg);
}

#    define pthread_cleanup_push(routine, arg)                                                     \
        do {                                                                                       \
            struct __pthin_cleanup __pthin_frame                                                   \
                __attribute__((__cleanup__(__pthin_cleanup_end))) = {(routine), (arg), 1, 0};
#    define pthread_cleanup_pop(execute)                                                           \
        __pthin_frame.__run = (execute);                                                           \
        }                                                                                          \
        while (0)
#    define __PTHIN_CLEANUP_PUSH_DEFER(routine, arg)                                               \
        pthread_cleanup_push(routine, arg);                                                        \
        (void)pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &__pthin_frame.__type)
#    define __PTHIN_CLEANUP_POP_RESTORE(execute)                                                   \
        (void)pthread_setcanceltype(__pthin_frame.__type, 0);                                      \
        pthread_cleanup_pop(execute)

#else /* no unwind tables */

#    if defined __i386__
#        define __PTHIN_UNWIND_CALL __attribute__((__regparm__(1)))
#    else
#        define __PTHIN_UNWIND_CALL
#    endif

/* The buffer glibc's unwinder keeps in its list: the registers as __sigsetjmp stores them, the
 * word that says whether a signal mask follows (never here), four words of glibc's own. */
struct __pthin_unwind_jmp {
    __jmp_buf __regs;
    int __mask_saved;
};

typedef struct {
    struct __pthin_unwind_jmp __jmp[1];
    void *__glibc[4];
} __pthread_unwind_buf_t __attribute__((__aligned__));

__BEGIN_DECLS
extern void __pthread_register_cancel(__pthread_unwind_buf_t *) __PTHIN_UNWIND_CALL;
extern void __pthread_unregister_cancel(__pthread_unwind_buf_t *) __PTHIN_UNWIND_CALL;
extern void __pthread_register_cancel_defer(__pthread_unwind_buf_t *) __PTHIN_UNWIND_CALL;
extern void __pthread_unregister_cancel_restore(__pthread_unwind_buf_t *) __PTHIN_UNWIND_CALL;
extern void __pthread_unwind_next(__pthread_unwind_buf_t *) __PTHIN_UNWIND_CALL
    __attribute__((__noreturn__));
/* __sigsetjmp under a name of ours: its own prototype wants a whole jmp_buf, which a compiler
 * would warn about although nothing behind __mask_saved is touched when no mask is saved. */
extern int __pthin_sigsetjmp(struct __pthin_unwind_jmp *, int) __asm__("__sigsetjmp")
    __attribute__((__returns_twice__, __nothrow__));
__END_DECLS

#    define __PTHIN_CLEANUP_BEGIN(routine, arg, register_buffer)                                   \
        do {                                                                                       \
            __pthread_unwind_buf_t __pthin_buf;                                                    \
            void (*__pthin_routine)(void *) = (routine);                                           \
            void *__pthin_arg = (arg);                                                             \
            if (__builtin_expect(__pthin_sigsetjmp(__pthin_buf.__jmp, 0), 0)) {                    \
                __pthin_routine(__pthin_arg);                                                      \
                __pthread_unwind_next(&__pthin_buf);                                               \
            }                                                                                      \
            register_buffer(&__pthin_buf);                                                         \
            do {
/* Starts with an empty statement, so that a label may stand before it. */
#    define __PTHIN_CLEANUP_END(execute, unregister_buffer)                                        \
        (void)0;                                                                                   \
        }                                                                                          \
        while (0)                                                                                  \
            ;                                                                                      \
        unregister_buffer(&__pthin_buf);                                                           \
        if (execute)                                                                               \
            __pthin_routine(__pthin_arg);                                                          \
        }                                                                                          \
        while (0)

#    define pthread_cleanup_push(routine, arg)                                                     \
        __PTHIN_CLEANUP_BEGIN(routine, arg, __pthread_register_cancel)
#    define pthread_cleanup_pop(execute) __PTHIN_CLEANUP_END(execute, __pthread_unregister_cancel)
#    define __PTHIN_CLEANUP_PUSH_DEFER(routine, arg)                                               \
        __PTHIN_CLEANUP_BEGIN(routine, arg, __pthread_register_cancel_defer)
#    define __PTHIN_CLEANUP_POP_RESTORE(execute)                                                   \
        __PTHIN_CLEANUP_END(execute, __pthread_unregister_cancel_restore)

#endif

#endif
