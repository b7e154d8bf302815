/* SPDX-License-Identifier: MIT */
/*
 * Making a thread's descriptor and TLS ready. The order: the descriptor, so that a mark which
 * setuid leaves on a listed thread is not lost; then the list, so that no dlopen misses the
 * thread; then TLS, which also gives whatever was dlopened before.
 */
#include <errno.h>

#include "area.h"
#include "core/robust.h"
#include "host/host.h"
#include "symbols.h"
#include "thread_list.h"

size_t host_tls_size(void)
{
    return 0; /* kept apart from the stacks */
}

struct thread *host_tcb_place(char *unused)
{
    struct area *area = area_take();
    (void)unused;
    return area ? thread_of(area_handle(area)) : NULL;
}

void host_tcb_release(struct thread *t)
{
    area_give(area_of(handle_of(t)));
}

/* After a fork, what the former process left in the area cannot be relied on. */
static void forget_former_process(struct area *area, uintptr_t handle)
{
    if (!area->settled)
        area->has_dtv = false; /* may have been in the middle of a change: left alone */
    if (area->has_dtv)
        glibc_symbols.deallocate_tls((void *)glibc_thread_pointer(handle), false);
    area->has_dtv = false;
    area->tls_made = false; /* malloc has dealt with the arenas of threads that are gone */
    __builtin_memset((void *)handle, 0, glibc_facts.size);
}

/* Fields that the former thread may have left otherwise. The rest stays: libc keeps things
   there that a next thread can go on using. */
static void fill_descriptor(uintptr_t handle, const struct stack *stack)
{
    const struct glibc_facts *f = &glibc_facts;
    arch_glibc_tcb_fill((void *)handle, (void *)glibc_self());
    *glibc_word32(handle, glibc_own.tid) = 0;
    *glibc_word32(handle, f->exit_word) = f->exit_word_alive;
    *glibc_word32(handle, f->cancelhandling) = 0;
    *glibc_word(handle, f->specific) = handle + f->specific - 32 * 2 * sizeof(void *);

    uintptr_t *block = glibc_word(handle, f->stackblock);
    block[0] = (uintptr_t)stack->low - stack->guard;
    block[1] = stack->size + stack->guard;
    block[2] = stack->guard;

    struct robust_head *head = (struct robust_head *)(handle + f->robust);
    head->next = head;
    head->futex_offset = ROBUST_FUTEX_OFFSET;
    head->pending = NULL;
    *((void **)head - 1) = head; /* glibc's list goes both ways */
}

/* The DTV that the area has now. */
static void note_dtv(struct area *area, uintptr_t handle)
{
    const struct glibc_facts *f = &glibc_facts;
    area->dtv = f->dtv ? (char *)*glibc_word(handle, f->dtv) - f->dtv_entry : NULL;
}

/* New static TLS, with what malloc kept for the area's former threads. */
static bool make_tls(struct area *area, uintptr_t handle)
{
    const struct glibc_facts *f = &glibc_facts;
    uintptr_t kept[MALLOC_WORDS];
    for (unsigned i = 0; i < f->malloc_word_count; i++)
        kept[i] = *(uintptr_t *)(handle + (uintptr_t)f->malloc_words[i]);
    if (!glibc_symbols.allocate_tls((void *)glibc_thread_pointer(handle)))
        return false;
    area->has_dtv = true;
    note_dtv(area, handle);
    for (unsigned i = 0; area->tls_made && i < f->malloc_word_count; i++)
        *(uintptr_t *)(handle + (uintptr_t)f->malloc_words[i]) = kept[i];
    area->tls_made = true;
    *(uintptr_t *)(handle + (uintptr_t)f->resp) = handle + f->resolver;
    return true;
}

int host_tcb_init(struct thread *t, const struct stack *stack, bool reused)
{
    uintptr_t handle = handle_of(t);
    struct area *area = area_of(handle);
    uint32_t now = atomic_load_explicit(&fork_generation, memory_order_relaxed);
    (void)reused; /* the area knows */
    if (area->generation != now)
        forget_former_process(area, handle);
    area->generation = now;
    area->settled = false;
    if (area->has_dtv) {
        area->has_dtv = false;
        glibc_symbols.deallocate_tls((void *)glibc_thread_pointer(handle), false);
    }
    fill_descriptor(handle, stack);
    threads_list(handle);
    if (!make_tls(area, handle)) {
        host_tcb_fini(t);
        atomic_store_explicit(host_exit_word(t), 0, memory_order_relaxed);
        return EAGAIN;
    }
    return 0;
}

void host_tcb_fini(struct thread *t)
{
    uintptr_t handle = handle_of(t);
    threads_unlist(handle);
    area_of(handle)->settled = true;
}
