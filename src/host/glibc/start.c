/* SPDX-License-Identifier: MIT */
/* When a thread is created: see host/dynamic/start.h. */
#include "host/dynamic/start.h"

#include <gnu/libc-version.h>
#include <stdio.h>

#include "fork.h"
#include "host/host.h"
#include "symbols.h"

uintptr_t start_libc_function(void)
{
    return (uintptr_t)glibc()->create;
}

const char *start_libc(void)
{
    static char name[32];
    snprintf(name, sizeof name, "glibc %s", gnu_get_libc_version());
    return name;
}

int host_start(void)
{
    fork_catch_up();
    return start_ready();
}
