/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include "pthread/deadline.h"
#include "mutex.h"

PTHIN_EXPORT int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock,
                                         const struct timespec *restrict until)
{
    struct mutex *m = mutex_of(mutex);
    struct deadline deadline;
    /* A clock that does not exist is an error always; the time only if there is waiting. */
    if (!deadline_clock_valid(clock))
        return EINVAL;
    int err = mutex_lock(m, NULL, true);
    if (err != EBUSY)
        return err;
    err = deadline_from(&deadline, clock, until);
    if (err)
        return err;
    return mutex_lock(m, &deadline, false);
}

PTHIN_EXPORT int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex,
                                         const struct timespec *restrict until)
{
    return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, until);
}
