/* SPDX-License-Identifier: MIT */
/* A thread's name, as ps and top show it: another's is in /proc/self/task/<tid>/comm. */
#include <errno.h>
#include <pthread.h>

#include "core/task_file.h"
#include "core/engine.h"

#define NAME_SIZE 16 /* with the terminating NUL; the kernel's limit */

/* t's tid, or 0 if it has ended. */
static int tid_of(pthread_t thread, struct thread *t, ksigset *mask)
{
#if HOST_HAS_FOREIGN
    if (t->kind == THREAD_FOREIGN)
        return host_foreign_tid((uintptr_t)thread);
#endif
    (void)thread;
    return thread_pin(t, mask) ? (int)host_tid(t) : 0;
}

static void tid_done(struct thread *t, const ksigset *mask)
{
    if (t->kind != THREAD_FOREIGN)
        thread_unpin(t, mask);
}

PTHIN_EXPORT int pthread_setname_np(pthread_t thread, const char *name)
{
    struct thread *t = thread_of((uintptr_t)thread);
    size_t length = __builtin_strlen(name);
    ksigset mask;
    if (length >= NAME_SIZE)
        return ERANGE;
    if (t == thread_self())
        return (int)-own_comm_set(name);
    int tid = tid_of(thread, t, &mask);
    if (!tid)
        return ESRCH;
    long r = task_comm_write(tid, name, length);
    tid_done(t, &mask);
    return r < 0 ? (int)-r : 0;
}

PTHIN_EXPORT int pthread_getname_np(pthread_t thread, char *name, size_t size)
{
    struct thread *t = thread_of((uintptr_t)thread);
    ksigset mask;
    if (size < NAME_SIZE)
        return ERANGE;
    if (t == thread_self())
        return (int)-own_comm_get(name);
    int tid = tid_of(thread, t, &mask);
    if (!tid)
        return ESRCH;
    long n = task_comm_read(tid, name, size - 1);
    tid_done(t, &mask);
    if (n < 0)
        return (int)-n;
    /* The kernel ends it with a newline. */
    if (n > 0 && name[n - 1] == '\n')
        n--;
    name[n] = '\0';
    return 0;
}
