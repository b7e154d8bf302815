/* SPDX-License-Identifier: MIT */
#include <asm/errno.h>

#include "handle.h"

/* The arguments as the creator has them, and as the thread does. */
struct arguments {
    size_t count;
    void *const *values;
};
struct placed {
    size_t count;
    void *values[];
};

static char *place(struct thread *t, char *top, const void *arguments)
{
    const struct arguments *a = arguments;
    size_t size = sizeof(struct placed) + a->count * sizeof(void *);
    struct placed *p = (struct placed *)round_down((uintptr_t)top - size, _Alignof(struct placed));
    p->count = a->count;
    __builtin_memcpy(p->values, a->values, a->count * sizeof(void *));
    t->arg = p;
    return (char *)p;
}

static void *call(struct thread *t)
{
    struct placed *p = t->arg;
    return ((pthin_thread_start *)(void (*)(void))t->start)(p->count, p->values);
}

PTHIN_EXPORT int pthin_thread_create(pthin_thread **thread, pthin_thread_start *start,
                                     void *const *args, size_t count, size_t stack_size,
                                     size_t guard_size)
{
    struct arguments arguments = {count, args};
    struct thread_attr attr = {
        .stack_size = stack_size,
        .guard_size = guard_size,
        .call = call,
        .place = place,
        .arguments = &arguments,
    };
    if (stack_size < HOST_STACK_MIN || stack_size > HOST_STACK_MOST || guard_size > HOST_GUARD_MOST)
        return EINVAL;
    /* They have to leave at least half of the stack. */
    if (count >= stack_size / 2 / sizeof(void *) - 1)
        return EINVAL;
    return thread_create((uintptr_t *)thread, &attr, (void *(*)(void *))(void (*)(void))start,
                         NULL);
}
