/* SPDX-License-Identifier: MIT */
/* A thread's name, as ps and top show it: another's is in /proc/self/task/<tid>/comm. */
#include <errno.h>
#include <pthread.h>

#include "core/task_file.h"
#include "target.h"

#define NAME_SIZE 16 /* with the terminating NUL; the kernel's limit */

PTHIN_EXPORT int pthread_setname_np(pthread_t thread, const char *name)
{
    size_t length = __builtin_strlen(name);
    struct target target;
    if (length >= NAME_SIZE)
        return ERANGE;
    if ((uintptr_t)thread == host_self_handle())
        return (int)-own_comm_set(name);
    int err = target_get(&target, thread);
    if (err)
        return err;
    long r = task_comm_write(target.tid, name, length);
    target_done(&target);
    return r < 0 ? (int)-r : 0;
}

PTHIN_EXPORT int pthread_getname_np(pthread_t thread, char *name, size_t size)
{
    struct target target;
    if (size < NAME_SIZE)
        return ERANGE;
    if ((uintptr_t)thread == host_self_handle())
        return (int)-own_comm_get(name);
    int err = target_get(&target, thread);
    if (err)
        return err;
    long n = task_comm_read(target.tid, name, size - 1);
    target_done(&target);
    if (n < 0)
        return (int)-n;
    /* The kernel ends it with a newline. */
    if (n > 0 && name[n - 1] == '\n')
        n--;
    name[n] = '\0';
    return 0;
}
