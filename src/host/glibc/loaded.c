/* SPDX-License-Identifier: MIT */
/* When the library is loaded. */
#include <errno.h>

#include "core/cpus.h"
#include "fork.h"
#include "host/host.h"
#include "start.h"
#include "stats.h"
#include "symbols.h"
#include "unwind.h"

static __attribute__((constructor)) void loaded(void)
{
    int saved_errno = errno;
    symbols_find();
    unwind_find();
    fork_prepare();
    /* Before main can pin itself: where its threads do so later, they call glibc, and not us. */
    cpus_count(0);
    if (variable_is_set("PTHIN_STATS"))
        stats_start(host_environment("PTHIN_STATS"));
    if (variable_is_set("PTHIN_VERBOSE"))
        host_start();
    errno = saved_errno;
}
