/* SPDX-License-Identifier: MIT */
/* What the interposer tells of itself. */
#ifndef INTERPOSER_H
#define INTERPOSER_H

#define WRAPPED(X)                                                                                 \
    X(pthread_create)                                                                              \
    X(pthread_mutex_lock)                                                                          \
    X(pthread_cond_wait)                                                                           \
    X(pthread_cond_timedwait)                                                                      \
    X(sem_timedwait)

struct wrapped {
    const char *name;
    void *real; /* what it found behind itself; NULL before its first call */
    int calls;
};

enum {
#define NUMBER(function) WRAPPED_##function,
    WRAPPED(NUMBER)
#undef NUMBER
        WRAPPED_COUNT
};

/* An array of WRAPPED_COUNT, "interposer_wrapped" by name. */
extern struct wrapped interposer_wrapped[WRAPPED_COUNT];

#endif
