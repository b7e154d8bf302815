/* SPDX-License-Identifier: MIT */
/*
 * cancel_guard where programs may be in C++. Cleanup handlers are a list here, which cancellation and
 * pthread_exit run, and exceptions know nothing of. So the unwind table of cancel_guard names a function
 * that the unwinder is to call when an exception passes (a personality routine): a few lines, while the
 * compiler's own for C would bring the unwinder into programs that have no exceptions.
 */
#define PTHIN_UNWOUND 1
#include "core/cancel.h"
#include "musl.h"

struct guard {
    struct cleanup handler;
    void (*undo)(void *);
    void *arg;
    struct guard *outer;
};

/* The caller's innermost one. Threads that end inside leave it here, and nobody looks at it any more. */
static __thread struct guard *innermost;

/* As the ABI of C++ has them (_Unwind_Action, _Unwind_Reason_Code); its header may not be here. */
#define ACTION_CLEANUP  2 /* in the second of two rounds, in which frames are left */
#define CONTINUE_UNWIND 8 /* there is nothing to do in this frame itself */

/* used: by the table */
__attribute__((used)) static int guard_passed(int version, int actions, uint64_t exception_class,
                                              void *exception, void *context)
{
    (void)version, (void)exception_class, (void)exception, (void)context;
    if (actions & ACTION_CLEANUP) {
        struct guard *g = innermost;
        innermost = g->outer;
        /* With it go handlers of frames further inside that the exception has passed. */
        musl_cleanup_pop(&g->handler);
        g->undo(g->arg);
    }
    return CONTINUE_UNWIND;
}

void cancel_guard(void (*run)(void), void (*undo)(void *), void *arg)
{
    struct guard g = {.undo = undo, .arg = arg, .outer = innermost};
    ARCH_PERSONALITY(guard_passed);
    musl_cleanup_push(&g.handler, undo, arg);
    innermost = &g;
    run();
    innermost = g.outer;
    musl_cleanup_pop(&g.handler);
}
