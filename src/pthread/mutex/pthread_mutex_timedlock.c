/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <time.h>

#include "pthread/deadline.h"
#include "mutex_protocols.h"

/* The same point in time on CLOCK_REALTIME. */
static struct deadline on_realtime(const struct deadline *d)
{
    struct deadline r = {.clock = CLOCK_REALTIME};
    struct ktime real, now;
    sys_clock_gettime(CLOCK_REALTIME, &real);
    sys_clock_gettime(d->clock, &now);
    r.at.sec = real.sec + d->at.sec - now.sec;
    r.at.nsec = real.nsec;
    ktime_add(&r.at, d->at.nsec - now.nsec);
    return r;
}

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
    err = mutex_lock(m, &deadline, false);
    if (err != ENOSYS || clock == CLOCK_REALTIME)
        return err;
    /* With priority inheritance, kernels before 5.14 know no other clock. */
    deadline = on_realtime(&deadline);
    return mutex_lock(m, &deadline, false);
}

PTHIN_EXPORT int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex,
                                         const struct timespec *restrict until)
{
    return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, until);
}
