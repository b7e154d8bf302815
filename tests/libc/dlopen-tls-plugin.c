/* SPDX-License-Identifier: MIT */
/* The library that dlopen-tls.c loads: thread-local variables of both models, or, for musl, which
 * takes no library with static thread-local data after the start, of one. */
#include <limits.h> /* for __GLIBC__ */

#ifdef __GLIBC__
#    define INITIAL __attribute__((tls_model("initial-exec")))
#else
#    define INITIAL
#endif

static _Thread_local int initial INITIAL = 77;
static _Thread_local long dynamic[100] = {88};

int *plugin_initial(void);
long *plugin_dynamic(void);

int *plugin_initial(void)
{
    return &initial;
}

long *plugin_dynamic(void)
{
    return dynamic;
}
