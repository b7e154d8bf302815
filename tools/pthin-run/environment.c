/* SPDX-License-Identifier: MIT */
#include "environment.h"

#include <string.h>

#include "text.h"

static bool same_name(const char *a, const char *b)
{
    while (*a == *b && *a != '=' && *a)
        a++, b++;
    return *a == '=' && *b == '=';
}

size_t environment_count(char *const *environment)
{
    size_t n = 0;
    while (environment[n])
        n++;
    return n;
}

const char *environment_get(char *const *environment, const char *name)
{
    const char *value = NULL, *found;
    for (; *environment; environment++)
        if ((found = after(*environment, name)))
            value = found;
    return value;
}

void environment_set(char **environment, const char *variable)
{
    char **to = environment;
    /* Those of this name go. */
    for (char **from = environment; *from; from++)
        if (!same_name(*from, variable))
            *to++ = *from;
    *to++ = (char *)variable;
    *to = NULL;
}
