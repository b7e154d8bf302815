/* SPDX-License-Identifier: MIT */
#include "host/host.h"

void thread_wait_gone(struct thread *t)
{
    _Atomic uint32_t *word = host_exit_word(t);
    uint32_t tid;
    /* acquire: pairs with the kernel's store after the thread's last access. It is about to
       make its last system call: no spin. */
    while ((tid = atomic_load_explicit(word, memory_order_acquire)) != 0)
        futex_wait(word, tid, FUTEX_PROCESSES, NULL, FUTEX_ANY_BIT);
}
