/* SPDX-License-Identifier: MIT */
#include "thread_list.h"

#include "core/lock.h"
#include "fork.h"
#include "host/host.h"
#include "symbols.h"

/* ---- Ours: a ring ---- */

static _Atomic uint32_t lock; /* core/lock.h */
static struct thread head = {.prev = &head, .next = &head};

void host_threads_lock(ksigset *mask)
{
    ksigset all = KSIG_ALL;
    fork_catch_up();
    sys_sigprocmask(KSIG_BLOCK, &all, mask);
    lock_acquire(&lock);
}

void host_threads_unlock(const ksigset *mask)
{
    lock_release(&lock);
    sys_sigprocmask(KSIG_SETMASK, mask, NULL);
}

void host_each_thread(void (*visit)(struct thread *, void *), void *arg)
{
    ksigset mask;
    host_threads_lock(&mask);
    for (struct thread *t = head.next; t != &head; t = t->next)
        visit(t, arg);
    host_threads_unlock(&mask);
}

void threads_link(struct thread *t)
{
    lock_acquire(&lock);
    t->prev = &head;
    t->next = head.next;
    t->next->prev = t;
    head.next = t;
    lock_release(&lock);
}

void threads_unlink(struct thread *t)
{
    lock_acquire(&lock);
    t->prev->next = t->next;
    t->next->prev = t->prev;
    t->prev = t->next = NULL;
    lock_release(&lock);
}

/* ---- glibc's: setuid reaches the threads on it, a dlopened library's data is added to their
   TLS, and a debugger shows them ---- */

static struct list_link *link_of(uintptr_t handle)
{
    return (struct list_link *)(handle + glibc_facts.list);
}

static void list_insert(struct list_link *l)
{
    struct list_link *list = glibc_symbols.stack_user;
    l->prev = list;
    l->next = list->next;
    l->next->prev = l;
    list->next = l;
}

static void list_take_out(struct list_link *l)
{
    l->prev->next = l->next;
    l->next->prev = l->prev;
}

/* setuid holds this lock until all threads have handled its signal, which nobody may therefore
   have blocked who waits here. */
void threads_list(uintptr_t handle)
{
    lock_acquire(glibc_symbols.stack_list_lock);
    list_insert(link_of(handle));
    lock_release(glibc_symbols.stack_list_lock);
}

void threads_unlist(uintptr_t handle)
{
    lock_acquire(glibc_symbols.stack_list_lock);
    list_take_out(link_of(handle));
    lock_release(glibc_symbols.stack_list_lock);
}

/* ---- Both ---- */

void threads_after_fork(struct thread *self, bool listed, bool linked)
{
    /* Whoever held the lock is gone, and so are all others on the ring. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
    head.prev = head.next = &head;
    if (linked)
        threads_link(self);
    if (listed) {
        /* glibc keeps the caller on a list of its choice. */
        list_take_out(link_of(handle_of(self)));
        list_insert(link_of(handle_of(self)));
    }
}
