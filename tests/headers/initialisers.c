/* SPDX-License-Identifier: MIT */
/* The static initialisers: no warning in the program that uses them, and the bytes that the
 * libcs' own headers produce: zero, but for a mutex's type at +16 (32-bit: +12) and a read-write
 * lock's kind at +48 (+24).
 *
 * Compile as C (c99 up) and as C++ with -D_GNU_SOURCE -Wall -Wextra -pedantic -Wmissing-braces
 * -Wmissing-field-initializers -Werror; run; 0 is success, else the number of the bad object. */
#include <pthread.h>
#include <stddef.h>
#include <threads.h>

#if __SIZEOF_LONG__ == 8
#    define TYPE_AT 16
#    define KIND_AT 48
#else
#    define TYPE_AT 12
#    define KIND_AT 24
#endif

static pthread_once_t once = PTHREAD_ONCE_INIT;
static once_flag flag = ONCE_FLAG_INIT;
static pthread_mutex_t normal = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t errorcheck = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t writers = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;

/* Inside of other objects, where braces are easily short of a level. */
static struct {
    int before;
    pthread_mutex_t mutexes[2];
    pthread_cond_t cond;
    pthread_rwlock_t rwlock;
    int after;
} nested = {1,
            {PTHREAD_MUTEX_INITIALIZER, PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP},
            PTHREAD_COND_INITIALIZER,
            PTHREAD_RWLOCK_INITIALIZER,
            2};

/* All bytes 0, except for an int of this value at this offset. */
static int is(const void *object, size_t size, size_t at, int value)
{
    const unsigned char *byte = (const unsigned char *)object;
    size_t i;
    for (i = 0; i < size; i++)
        if (byte[i] != (i == at ? value : 0))
            return 0;
    return 1;
}

int main(void)
{
    pthread_mutex_t automatic = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;
    pthread_cond_t automatic_cond = PTHREAD_COND_INITIALIZER;
    pthread_rwlock_t automatic_rwlock = PTHREAD_RWLOCK_INITIALIZER;

    if (!is(&once, sizeof once, 0, 0) || !is(&flag, sizeof flag, 0, 0))
        return 1;
    if (!is(&normal, sizeof normal, 0, 0))
        return 2;
    if (!is(&recursive, sizeof recursive, TYPE_AT, PTHREAD_MUTEX_RECURSIVE))
        return 3;
    if (!is(&errorcheck, sizeof errorcheck, TYPE_AT, PTHREAD_MUTEX_ERRORCHECK))
        return 4;
    if (!is(&adaptive, sizeof adaptive, TYPE_AT, PTHREAD_MUTEX_ADAPTIVE_NP))
        return 5;
    if (!is(&cond, sizeof cond, 0, 0))
        return 6;
    if (!is(&rwlock, sizeof rwlock, 0, 0))
        return 7;
    if (!is(&writers, sizeof writers, KIND_AT, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP))
        return 8;
    if (!is(&automatic, sizeof automatic, TYPE_AT, PTHREAD_MUTEX_ADAPTIVE_NP))
        return 9;
    if (!is(&automatic_cond, sizeof automatic_cond, 0, 0))
        return 10;
    if (!is(&automatic_rwlock, sizeof automatic_rwlock, 0, 0))
        return 11;
    if (nested.before != 1 || nested.after != 2 ||
        !is(&nested.mutexes[0], sizeof nested.mutexes[0], 0, 0) ||
        !is(&nested.mutexes[1], sizeof nested.mutexes[1], TYPE_AT, PTHREAD_MUTEX_RECURSIVE) ||
        !is(&nested.cond, sizeof nested.cond, 0, 0) ||
        !is(&nested.rwlock, sizeof nested.rwlock, 0, 0))
        return 12;
    return 0;
}
