/* SPDX-License-Identifier: MIT */
/*
 * 32-bit ports: the system calls with a 64-bit time came with Linux 5.1. Where they are missing
 * (ENOSYS), or refused by a sandbox that does not know them (EPERM), the old ones are called, with
 * times that their 32 bits can hold.
 */
#ifndef PTHIN_CORE_TIME32_H
#define PTHIN_CORE_TIME32_H

#include "syscalls.h"

/* The kernel's old timespec. */
struct time32 {
    int32_t sec;
    int32_t nsec;
};

/*
 * Did a call with a 64-bit time fail for want of that call? Sandboxes that are older than the call
 * mostly answer EPERM. Where EPERM is about something else, the old call gives it as well.
 */
static inline bool time64_missing(long result)
{
    return result == -ENOSYS || result == -EPERM;
}

/* What lies beyond 2038 becomes the end of time. Nanoseconds too large stay so: an error is one. */
static inline struct time32 time32_from(const struct ktime *t)
{
    int64_t sec = t->sec > INT32_MAX ? INT32_MAX : t->sec < INT32_MIN ? INT32_MIN : t->sec;
    bool fits = t->nsec >= 0 && t->nsec <= INT32_MAX;
    return (struct time32){(int32_t)sec, fits ? (int32_t)t->nsec : -1};
}

static inline struct ktime time32_to(const struct time32 *t)
{
    return (struct ktime){t->sec, t->nsec};
}

#endif
