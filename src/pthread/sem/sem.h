/* SPDX-License-Identifier: MIT */
/*
 * What is inside a sem_t. A named semaphore is a file, and processes with different libraries may
 * map it. On 64 bits the words are the same as glibc's, with the same meanings. So processes on
 * pthin, whatever their host, and processes on plain glibc can use a semaphore together.
 *
 * Processes on plain musl cannot join them, just as musl and glibc cannot share a semaphore. musl's
 * files have other names, without "sem."; in the third word it has the opposite value; and it marks
 * a semaphore with waiters in the value. On 32 bits plain glibc cannot join either, because its
 * fields have another order there. sem_open refuses a file that shows one of these formats
 * (EINVAL).
 */
#ifndef PTHIN_PTHREAD_SEM_H
#define PTHIN_PTHREAD_SEM_H

#include <errno.h>
#include <semaphore.h>

#include "core/futex.h"
#include "core/spin.h"
#include "core/word64.h"

/*
 * sem.word, 64 bits, changed as one: waiters << 32 | value.
 *
 *   value    bits 0-31, the futex word: 0 to VALUE_MOST. A post adds one. A thread takes one off to
 *            get past its wait.
 *   waiters  bits 32-63: the threads that sleep on the value, are about to, or have just been
 *            woken. A thread adds itself when it has found the value 0. It takes itself off in the
 *            step that takes one off the value, or when it gives up. Threads of a process that is
 *            killed stay counted: because of them a post makes a futex call that wakes nobody,
 *            which does no harm.
 *
 * A post learns whether it has to wake somebody from the same step that adds to the value. That
 * step is its last access, because the thread that it lets go on may destroy the semaphore.
 *
 * Waiters are counted so that each post wakes one. With a mark that means "some", the first of two
 * posts would clear the mark and the second would wake nobody, although two threads sleep.
 *
 * sem.sharing   SEM_SHARED or 0; set at initialisation. With SEM_SHARED spins stays 0, because both
 *               are in one word of glibc's.
 * sem.spins     for waits that spin before they sleep
 */
#define SEM_ONE_WAITER ((uint64_t)1 << 32)
#define VALUE_MOST     0x7fffffffu
#define SEM_SHARED     0x80 /* FUTEX_PRIVATE_FLAG, which glibc takes out of its futex operations */

struct sem {
    union {
        _Atomic uint64_t word;
        _Atomic uint32_t half[2]; /* value, waiters */
    };
    uint8_t sharing;
    struct spin_history spins;
};
/* Where sem_t is aligned to 4 only, as in musl, the struct begins at sem_t or 4 bytes behind it. */
_Static_assert(offsetof(struct sem, spins) + sizeof(struct spin_history) <= 12, "all that is used");
_Static_assert(12 + 8 - _Alignof(sem_t) <= sizeof(sem_t), "fits the public type");
_Static_assert(sizeof(sem_t) == 4 * sizeof(long), "as both libcs have it: it is a file's content");
_Static_assert(offsetof(struct sem, sharing) == 8, "as glibc has it");

static inline struct sem *sem_of(const sem_t *s)
{
    return (struct sem *)word64_align(s);
}

static inline enum futex_scope sem_scope(const struct sem *s)
{
    return s->sharing & SEM_SHARED ? FUTEX_PROCESSES : FUTEX_THREADS;
}

static inline int sem_fail(int err)
{
    errno = err;
    return -1;
}

/* Wakes one of the threads that sleep on the value. It does not look at the semaphore, which may be
   gone. Returns 0, so that sem_post can end with this call. */
int sem_wake_one(const struct sem *s, enum futex_scope scope);

/* ---- Named semaphores ---- */

/* The file of a semaphore is SEM_DIRECTORY SEM_PREFIX and the name that the program uses, without
   the slashes in front. */
#define SEM_DIRECTORY "/dev/shm/"
#define SEM_PREFIX    "sem."
#define SEM_NAME_MOST (255 - (sizeof SEM_PREFIX - 1))

struct sem_path {
    char text[sizeof SEM_DIRECTORY SEM_PREFIX + SEM_NAME_MOST];
};

/* 0. ENAMETOOLONG. EINVAL: the name is empty, or has a slash inside. */
int sem_path_of(struct sem_path *path, const char *name);

#endif
