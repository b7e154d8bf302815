/* SPDX-License-Identifier: MIT */
/* Locking what the caller has locked already, or what nobody will ever unlock. */
#include <errno.h>

#include "mutex_protocols.h"

int mutex_deadlock(const struct deadline *deadline)
{
    _Atomic uint32_t never = 0;
    for (;;)
        if (futex_wait(&never, 0, FUTEX_THREADS, deadline, FUTEX_ANY_BIT) == -ETIMEDOUT)
            return ETIMEDOUT;
}

int mutex_own_again(struct mutex *m, int kind, const struct deadline *deadline, bool try)
{
    switch (kind & MUTEX_TYPE) {
    case PTHREAD_MUTEX_RECURSIVE:
        if (m->count == UINT32_MAX)
            return EAGAIN;
        m->count++;
        return 0;
    case PTHREAD_MUTEX_ERRORCHECK:
        return try ? EBUSY : EDEADLK;
    }
    return try ? EBUSY : mutex_deadlock(deadline);
}
