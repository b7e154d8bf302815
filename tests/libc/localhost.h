/* SPDX-License-Identifier: MIT */
#ifndef LOCALHOST_H
#define LOCALHOST_H

#include "test.h"

#include <stdbool.h>
#include <stdio.h>

/*
 * Does /etc/hosts of this machine know localhost? If not, the resolver would ask a server for it, and whether
 * and when one answers is not about threads.
 */
static inline bool localhost_known(void)
{
    FILE *hosts = fopen("/etc/hosts", "r");
    bool known = false;
    char line[256];

    if (hosts == NULL)
        return false;
    while (fgets(line, sizeof line, hosts))
        known |= strncmp(line, "127.", 4) == 0 && strstr(line, "localhost") != NULL;
    fclose(hosts);
    return known;
}

#endif
