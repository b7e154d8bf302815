/* SPDX-License-Identifier: MIT */
/* The ways to end the process. */
#include <stdlib.h>
#include <unistd.h>

#include "core/at_exit.h"
#include "core/handlers.h"
#include "core/lock.h"
#include "core/sigaction.h"
#include "exit.h"
#include "host/host.h"

#define HANDLERS_INLINE 32 /* POSIX asks for as many */

static struct handler first[HANDLERS_INLINE];
static struct handlers handlers = {.first = first, .room = HANDLERS_INLINE};

static _Atomic uint32_t lock; /* of the above */

extern void (*__fini_array_start[])(void) __attribute__((weak, visibility("hidden")));
extern void (*__fini_array_end[])(void) __attribute__((weak, visibility("hidden")));

/* The newest handler, taken off the list; false when none is left. */
static bool take_handler(struct handler *handler)
{
    lock_acquire(&lock);
    bool taken = handlers_pop(&handlers, handler);
    lock_release(&lock);
    return taken;
}

/* take_handler, once there has been one: programs that register none do not contain it. */
static bool (*_Atomic take)(struct handler *handler);

bool host_at_process_exit(void (*run)(void *), void *arg)
{
    lock_acquire(&lock);
    bool added = handlers_push(&handlers, run, arg);
    atomic_store_explicit(&take, take_handler, memory_order_relaxed); /* the lock orders it */
    lock_release(&lock);
    return added;
}

void exit_after_fork(void)
{
    /* relaxed: nobody else is there; whoever was registering something is not */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
}

/* exit looks for itself. */
bool host_at_exit(void (*run)(void *))
{
    (void)run;
    return true;
}

static void call_plain(void *function)
{
    ((void (*)(void))function)();
}

PTHIN_EXPORT int atexit(void (*function)(void))
{
    return host_at_process_exit(call_plain, (void *)function) ? 0 : -1;
}

PTHIN_EXPORT _Noreturn void exit(int status)
{
    struct handler handler;
    at_exit_run(thread_self());
    /* A handler may register handlers: they run next. */
    bool (*next)(struct handler *);
    while ((next = atomic_load_explicit(&take, memory_order_relaxed)) && next(&handler))
        handler.run(handler.arg);
    for (void (**f)(void) = __fini_array_end; f > __fini_array_start;)
        (*--f)();
    sys_exit_process(status);
}

PTHIN_EXPORT _Noreturn void _Exit(int status)
{
    sys_exit_process(status);
}
PTHIN_ALIAS(_Exit, _exit);

PTHIN_EXPORT _Noreturn void abort(void)
{
    /* A handler may look at it once; then it is no longer to be handled. */
    ksigset abrt = KSIG(6);
    sys_sigprocmask(KSIG_UNBLOCK, &abrt, NULL);
    sys_tgkill(sys_getpid(), sys_gettid(), 6);
    struct ksigaction none = {0};
    sys_sigaction(6, &none, NULL);
    sys_tgkill(sys_getpid(), sys_gettid(), 6);
    sys_exit_process(127);
}
