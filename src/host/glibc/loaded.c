/* SPDX-License-Identifier: MIT */
/* When the library is loaded. */
#include <errno.h>

#include "fork.h"
#include "host/dynamic/start.h"
#include "host/host.h"
#include "symbols.h"
#include "unwind.h"

static __attribute__((constructor)) void loaded(void)
{
    int saved_errno = errno;
    unwind_find();
    fork_prepare();
    start_loaded();
    errno = saved_errno;
}
