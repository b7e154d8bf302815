/* SPDX-License-Identifier: MIT */
/* When the library is loaded. */
#include "core/cpus.h"
#include "host/host.h"
#include "start.h"
#include "stats.h"

void start_loaded(void)
{
    /* Before main can pin itself: where its threads do so later, they call libc, and not us. */
    cpus_count(0);
    if (variable_is_set("PTHIN_STATS"))
        stats_start(host_environment("PTHIN_STATS"));
    if (variable_is_set("PTHIN_VERBOSE"))
        host_start();
}
