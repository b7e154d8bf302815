/* SPDX-License-Identifier: MIT */
#include "core/file.h"
#include "sem.h"

PTHIN_EXPORT int sem_unlink(const char *name)
{
    struct sem_path path;
    int err = sem_path_of(&path, name);
    /* No semaphore can have such a name. */
    if (err == EINVAL)
        err = ENOENT;
    if (!err)
        err = (int)-file_unlink(path.text);
    /* The directory's sticky bit, and another's file. */
    if (err == EPERM)
        err = EACCES;
    return err ? sem_fail(err) : 0;
}
