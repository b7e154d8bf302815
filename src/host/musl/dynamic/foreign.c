/* SPDX-License-Identifier: MIT */
/*
 * Threads that are musl's own: the initial one, those behind timers, message queues and asynchronous
 * I/O, and all if the self-check failed.
 */
#include <errno.h>
#include <pthread.h>
#include <time.h>

#include "attr.h"
#include "musl.h"
#include "own.h"

int host_foreign_create(uintptr_t *handle, const void *attr, void *(*start)(void *), void *arg)
{
    pthread_attr_t own;
    if (attr)
        own_attr(&own, attr);
    return musl_own()->create((pthread_t *)handle, attr ? &own : NULL, start, arg);
}

enum { MUSL_DETACHED = 3 }; /* detach_state */

/* musl does not look whether a thread that is to be joined is the caller, or detached. */
static int joinable(uintptr_t handle)
{
    const struct musl_thread *m = (struct musl_thread *)handle;
    if (handle == host_self_handle())
        return EDEADLK;
    return musl_is_known && *(const volatile int *)&m->detach_state >= MUSL_DETACHED ? EINVAL : 0;
}

int host_foreign_join(uintptr_t handle, void **result)
{
    int err = joinable(handle);
    if (err)
        return err;
    return musl_own()->join((pthread_t)handle, result);
}

int host_foreign_tryjoin(uintptr_t handle, void **result)
{
    int err = joinable(handle);
    if (err)
        return err;
    return musl_own()->tryjoin((pthread_t)handle, result);
}

/* musl waits by the clock that can be set. */
int host_foreign_clockjoin(uintptr_t handle, void **result, int clock, const void *timespec)
{
    const struct timespec *wanted = timespec;
    struct timespec at;
    struct ktime real, now, until;
    int err = joinable(handle);
    if (err)
        return err;
    if (!wanted)
        return musl_own()->timedjoin((pthread_t)handle, result, NULL);
    /* musl takes the time of today from it, whether or not the difference has room: what was long ago
       would never be over. The same below with what is far away. */
    until = (struct ktime){wanted->tv_sec, wanted->tv_nsec};
    if (until.sec < 0)
        until = (struct ktime){0, 0};
    if (until.sec > INT64_MAX / 2)
        until.sec = INT64_MAX / 2;
    if (clock == CLOCK_REALTIME) {
        at = (struct timespec){.tv_sec = (time_t)until.sec, .tv_nsec = (long)until.nsec};
        return musl_own()->timedjoin((pthread_t)handle, result, &at);
    }
    /* Again if that clock was set meanwhile. */
    do {
        if (sys_clock_gettime(clock, &now) != 0)
            return EINVAL;
        sys_clock_gettime(CLOCK_REALTIME, &real);
        bool passed = !ktime_before(&now, &until);
        struct ktime left = {until.sec - now.sec, 0};
        ktime_add(&left, until.nsec - now.nsec);
        if (!passed) {
            real.sec += left.sec;
            ktime_add(&real, left.nsec);
        }
        at.tv_sec = (time_t)real.sec;
        at.tv_nsec = (long)real.nsec;
        err = musl_own()->timedjoin((pthread_t)handle, result, &at);
        if (passed)
            break;
    } while (err == ETIMEDOUT);
    return err;
}

int host_foreign_detach(uintptr_t handle)
{
    int err = joinable(handle);
    if (err == EINVAL)
        return err;
    return musl_own()->detach((pthread_t)handle);
}

int host_foreign_kill(uintptr_t handle, int sig)
{
    return musl_own()->kill((pthread_t)handle, sig);
}

int host_foreign_tid(uintptr_t handle)
{
    int tid = 0;
    clockid_t clock;
    if (musl_is_known)
        tid = (int)atomic_load_explicit(&((struct musl_thread *)handle)->tid, memory_order_relaxed);
    else if (musl_own()->getcpuclockid((pthread_t)handle, &clock) == 0)
        tid = ~(clock >> 3);  /* what the number of such a clock is made of */
    return tid > 0 ? tid : 0; /* in the child of a fork: -1 */
}

int host_foreign_stack(uintptr_t handle, struct stack *stack, bool *detached)
{
    const struct musl_thread *m = (struct musl_thread *)handle;
    pthread_attr_t attr;
    void *low = NULL;
    int state = 0;
    /* Of the initial thread musl tells how much of the stack has been in use. */
    if (musl_is_known && !m->stack) {
        *detached = m->detach_state == MUSL_DETACHED;
        return thread_initial_stack(stack);
    }
    int err = musl_own()->getattr((pthread_t)handle, &attr);
    if (err)
        return err;
    *stack = (struct stack){0};
    musl_own()->attr_getstack(&attr, &low, &stack->size);
    stack->low = low;
    musl_own()->attr_getguardsize(&attr, &stack->guard);
    musl_own()->attr_getdetachstate(&attr, &state);
    *detached = state == PTHREAD_CREATE_DETACHED;
    return 0;
}

void host_foreign_attr_destroy(void *attr)
{
    (void)attr; /* musl puts nothing behind one */
}
