/* SPDX-License-Identifier: MIT */
/* aarch64: clone with the new thread's first frame, and the end of a thread that unmaps itself. */

#include "arch/asm.h"

/*
 * long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid,
 *                 uintptr_t tls, void *arg)
 *                 x0                   x1               x2          x3
 *                 x4             x5
 * The kernel wants flags, stack, ptid, tls, ctid in x0 .. x4. It leaves x5 alone, so arg needs no
 * place on the child's stack.
 */
function arch_clone
    and     x1, x1, #-16        /* the ABI's stack alignment */
    mov     x6, x3              /* ctid */
    mov     x3, x4              /* tls, where the kernel expects it */
    mov     x4, x6              /* ctid, likewise */
    mov     x8, #220            /* SYS_clone */
    svc     #0                  /* returns twice */
    cbz     x0, 1f              /* 0 in the child */
    ret                         /* parent: tid or -errno */
1:
    .cfi_undefined x30          /* outermost frame: unwinders and debuggers stop here */
    mov     x29, xzr            /* and so do those that follow frame pointers */
    mov     x30, xzr            /* no return address either */
    mov     x0, x5              /* thread_entry(arg) */
    bl      thread_entry        /* does not return */
    brk     #1                  /* not reached */
end_function arch_clone

/* void arch_unmap_and_exit(void *map, size_t size): no stack is left after the first call. */
function arch_unmap_and_exit
    .cfi_undefined x30          /* never returns */
    mov     x8, #215            /* SYS_munmap(x0, x1) */
    svc     #0                  /* the stack is gone */
    mov     x0, #0              /* status 0 */
    mov     x8, #93             /* SYS_exit: this thread only */
    svc     #0
    brk     #1                  /* not reached */
end_function arch_unmap_and_exit
