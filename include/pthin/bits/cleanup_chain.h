/* SPDX-License-Identifier: MIT */
/* Cleanup handlers as a chain of records in the frames that pushed them: the way of musl, whose
 * object files call these two functions, and of pthin with no libc. */
#ifndef _PTHIN_BITS_CLEANUP_CHAIN_H
#define _PTHIN_BITS_CLEANUP_CHAIN_H 1
#pragma GCC system_header

struct __ptcb {
    void (*__f)(void *);
    void *__x;
    struct __ptcb *__next;
};

#ifdef __cplusplus
extern "C" {
#endif

/* Puts the record, to be filled with routine and argument, on top of the caller's chain. */
extern void _pthread_cleanup_push(struct __ptcb *, void (*)(void *), void *);

/* Takes the record off the chain; runs its routine if the last argument is not 0. */
extern void _pthread_cleanup_pop(struct __ptcb *, int);

#ifdef __cplusplus
}
#endif

#define pthread_cleanup_push(routine, arg)                                                         \
    do {                                                                                           \
        struct __ptcb __pthin_cb;                                                                  \
        _pthread_cleanup_push(&__pthin_cb, (routine), (arg));
#define pthread_cleanup_pop(execute)                                                               \
    _pthread_cleanup_pop(&__pthin_cb, (execute));                                                  \
    }                                                                                              \
    while (0)

#define __PTHIN_CLEANUP_PUSH_DEFER(routine, arg)                                                   \
    do {                                                                                           \
        struct __ptcb __pthin_cb;                                                                  \
        int __pthin_type;                                                                          \
        _pthread_cleanup_push(&__pthin_cb, (routine), (arg));                                      \
        (void)pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &__pthin_type);
#define __PTHIN_CLEANUP_POP_RESTORE(execute)                                                       \
    (void)pthread_setcanceltype(__pthin_type, 0);                                                  \
    pthread_cleanup_pop(execute)

#endif
