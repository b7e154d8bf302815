/* SPDX-License-Identifier: MIT */
/*
 * What is inside a sem_t. On 64 bits it is what glibc has there, with the same meaning, because a
 * named semaphore is memory that processes share, whatever their library: processes on pthin,
 * whatever their host, and on plain glibc may use one together.
 *
 * Not together with processes on plain musl, as those of glibc cannot: musl keeps its files under
 * other names (no "sem." in front), has the opposite meaning in the third word, and marks a
 * semaphore with waiters by a value that is no value. Nor on 32 bits with plain glibc, which has
 * its fields in another order there. sem_open refuses files that show it (EINVAL).
 */
#ifndef PTHIN_PTHREAD_SEM_H
#define PTHIN_PTHREAD_SEM_H

#include <errno.h>
#include <semaphore.h>

#include "core/futex.h"
#include "core/spin.h"

/*
 * sem.word, 64 bits, changed as one: waiters << 32 | value.
 *
 *   value    0 to VALUE_MOST; the futex word. Post adds one; whoever gets past wait takes one off.
 *   waiters  the threads that sleep on the value, or are about to or have just done so. A thread
 *            adds itself when it has found the value 0, and takes itself off together with one of
 *            the value, or when it gives up. A process that dies meanwhile leaves its threads in
 *            here: then a post makes a futex call that wakes nobody, no more.
 *
 * Post learns from the same step that adds to the value whether anybody has to be woken. It is
 * its last access: the thread that it lets go on may destroy the semaphore. And as waiters are
 * counted, each post wakes one: with a mark for "some" the second of two posts could find the
 * mark already cleared by the first, and one of two sleepers would never hear of it.
 *
 * sem.sharing   SEM_SHARED or 0; set at initialisation. With it the field below is 0: it is in the
 *               same word of glibc's.
 * sem.spins     for waits that spin first
 */
#define SEM_ONE_WAITER ((uint64_t)1 << 32)
#define VALUE_MOST     0x7fffffffu
#define SEM_SHARED     0x80 /* FUTEX_PRIVATE_FLAG, which glibc takes out of its futex operations */

struct sem {
    union {
        _Atomic uint64_t word;
        _Atomic uint32_t half[2]; /* little-endian, as all ports are: value, waiters */
    };
    uint8_t sharing;
    struct spin_history spins;
};
/* musl's type is aligned to 4 only: up to 4 bytes in front are skipped. */
_Static_assert(offsetof(struct sem, spins) + sizeof(struct spin_history) <= 12, "all that is used");
_Static_assert(12 + 8 - _Alignof(sem_t) <= sizeof(sem_t), "fits the public type");
_Static_assert(sizeof(sem_t) == 4 * sizeof(long), "as both libcs have it: it is a file's content");
_Static_assert(offsetof(struct sem, sharing) == 8, "as glibc has it");

static inline struct sem *sem_of(const sem_t *s)
{
    return (struct sem *)(_Alignof(sem_t) < 8 ? round_up((uintptr_t)s, 8) : (uintptr_t)s);
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

/* Wakes one of those that sleep on the value. Looks at nothing of the semaphore: it may be gone.
   0, so that post can end with it. */
int sem_wake_one(const struct sem *s, enum futex_scope scope);

/* ---- Named semaphores ---- */

/* Where the file of a semaphore is. Its name is the program's name for it, without the slashes in
   front, behind SEM_DIRECTORY SEM_PREFIX. */
#define SEM_DIRECTORY "/dev/shm/"
#define SEM_PREFIX    "sem."
#define SEM_NAME_MOST (255 - (sizeof SEM_PREFIX - 1))

struct sem_path {
    char text[sizeof SEM_DIRECTORY SEM_PREFIX + SEM_NAME_MOST];
};

/* 0; ENAMETOOLONG; EINVAL: empty, or with a slash inside. */
int sem_path_of(struct sem_path *path, const char *name);

#endif
