/* SPDX-License-Identifier: MIT */
#include "sem.h"

int sem_path_of(struct sem_path *path, const char *name)
{
    static const char prefix[] = SEM_DIRECTORY SEM_PREFIX;
    size_t n = 0;
    while (*name == '/')
        name++;
    while (n <= SEM_NAME_MOST && name[n])
        n++;
    if (n > SEM_NAME_MOST)
        return ENAMETOOLONG;
    if (n == 0)
        return EINVAL;
    for (size_t i = 0; i < n; i++)
        if (name[i] == '/')
            return EINVAL;
    __builtin_memcpy(path->text, prefix, sizeof prefix - 1);
    __builtin_memcpy(path->text + sizeof prefix - 1, name, n + 1);
    return 0;
}
