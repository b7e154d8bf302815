/* SPDX-License-Identifier: MIT */
/* musl creates the threads behind timers, message queues and asynchronous I/O itself, with attributes
   that the program made by our functions. */
#include <aio.h>
#include <mqueue.h>
#include <signal.h>
#include <time.h>

#include "attr.h"
#include "core/lock.h"
#include "fork.h"
#include "own.h"

struct notification {
    struct sigevent event;
    pthread_attr_t attr;
};

/* The event to hand on: the program's, or a copy of it. */
static struct sigevent *translate(struct notification *n, const struct sigevent *event)
{
    if (!event || event->sigev_notify != SIGEV_THREAD || !event->sigev_notify_attributes)
        return (struct sigevent *)(uintptr_t)event;
    n->event = *event;
    own_attr(&n->attr, event->sigev_notify_attributes);
    n->event.sigev_notify_attributes = &n->attr;
    return &n->event;
}

PTHIN_EXPORT int timer_create(clockid_t clock, struct sigevent *restrict event,
                              timer_t *restrict timer)
{
    struct notification n;
    return musl_own()->timer_create(clock, translate(&n, event), timer);
}

PTHIN_EXPORT int mq_notify(mqd_t queue, const struct sigevent *event)
{
    struct notification n;
    return musl_own()->mq_notify(queue, translate(&n, event));
}

/* ---- Asynchronous I/O ---- */

/*
 * Here the event is part of an object that the program owns until the call is made, and again from some
 * time after that which we do not hear of. So the attributes of musl's that it leads to have to stay.
 * Programs have few that differ; whoever has more gets a thread with default attributes.
 */
static pthread_attr_t kept[16];
static size_t kept_count;
static _Atomic uint32_t lock; /* core/lock.h */

static pthread_attr_t *keep(const pthread_attr_t *ours)
{
    pthread_attr_t own;
    size_t i = 0;
    own_attr(&own, ours);
    lock_acquire(&lock);
    while (i < kept_count && __builtin_memcmp(&kept[i], &own, sizeof own) != 0)
        i++;
    if (i == kept_count && kept_count < sizeof kept / sizeof *kept)
        kept[kept_count++] = own;
    bool found = i < kept_count;
    lock_release(&lock);
    return found ? &kept[i] : NULL;
}

void notify_after_fork(void)
{
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}

static bool is_kept(const pthread_attr_t *attr)
{
    return (uintptr_t)attr - (uintptr_t)kept < sizeof kept;
}

static void translate_in_place(struct sigevent *event)
{
    if (event && event->sigev_notify == SIGEV_THREAD && event->sigev_notify_attributes &&
        !is_kept(event->sigev_notify_attributes))
        event->sigev_notify_attributes = keep(event->sigev_notify_attributes);
}

PTHIN_EXPORT int aio_read(struct aiocb *cb)
{
    translate_in_place(&cb->aio_sigevent);
    return musl_own()->aio_read(cb);
}

PTHIN_EXPORT int aio_write(struct aiocb *cb)
{
    translate_in_place(&cb->aio_sigevent);
    return musl_own()->aio_write(cb);
}

PTHIN_EXPORT int aio_fsync(int op, struct aiocb *cb)
{
    translate_in_place(&cb->aio_sigevent);
    return musl_own()->aio_fsync(op, cb);
}

PTHIN_EXPORT int lio_listio(int mode, struct aiocb *restrict const *restrict list, int count,
                            struct sigevent *restrict event)
{
    for (int i = 0; i < count; i++)
        if (list[i])
            translate_in_place(&list[i]->aio_sigevent);
    translate_in_place(event);
    return musl_own()->lio_listio(mode, list, count, event);
}
