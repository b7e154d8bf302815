/* SPDX-License-Identifier: MIT */
/* The ways to end the process. */
#include <stdlib.h>
#include <unistd.h>

#include "core/lock.h"
#include "core/sigaction.h"
#include "host/host.h"

/* Kept without allocation; more go into mapped pages. POSIX asks for 32. */
#define HANDLERS_INLINE 32
#define HANDLERS_PAGE   500

struct handlers {
    struct handlers *older;
    size_t count, room;
    void (**run)(void);
};

static void (*first_handlers[HANDLERS_INLINE])(void);
static struct handlers first = {.room = HANDLERS_INLINE, .run = first_handlers};
static struct handlers *newest = &first;

static _Atomic uint32_t lock;

extern void (*__fini_array_start[])(void) __attribute__((weak, visibility("hidden")));
extern void (*__fini_array_end[])(void) __attribute__((weak, visibility("hidden")));

PTHIN_EXPORT int atexit(void (*function)(void))
{
    int err = 0;
    lock_acquire(&lock);
    if (newest->count == newest->room) {
        struct handlers *more =
            sys_map(sizeof *more + HANDLERS_PAGE * sizeof(void (*)(void)), false);
        if (more) {
            *more = (struct handlers){
                .older = newest, .room = HANDLERS_PAGE, .run = (void (**)(void))(more + 1)};
            newest = more;
        } else {
            err = -1;
        }
    }
    if (!err)
        newest->run[newest->count++] = function;
    lock_release(&lock);
    return err;
}

/* The newest handler, taken off the list; NULL when none is left. */
static void (*take_handler(void))(void)
{
    void (*run)(void) = NULL;
    lock_acquire(&lock);
    while (newest->count == 0 && newest->older)
        newest = newest->older;
    if (newest->count)
        run = newest->run[--newest->count];
    lock_release(&lock);
    return run;
}

PTHIN_EXPORT _Noreturn void exit(int status)
{
    void (*run)(void);
    /* A handler may register handlers: they run next. */
    while ((run = take_handler()) != NULL)
        run();
    for (void (**f)(void) = __fini_array_end; f > __fini_array_start;)
        (*--f)();
    sys_exit_process(status);
}

_Noreturn void host_exit_process(int status)
{
    exit(status);
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
