/* SPDX-License-Identifier: MIT */
/* riscv64: clone with the new thread's first frame, and the end of a thread that unmaps itself. */

#include "arch/asm.h"

/*
 * long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid,
 *                 uintptr_t tls, void *arg)
 *                 a0                   a1               a2          a3
 *                 a4             a5
 * The kernel wants flags, stack, ptid, tls, ctid in a0 .. a4. It leaves a5 alone, so arg needs no
 * place on the child's stack.
 */
function arch_clone
    andi    a1, a1, -16         /* the ABI's stack alignment */
    mv      a6, a3              /* ctid */
    mv      a3, a4              /* tls, where the kernel expects it */
    mv      a4, a6              /* ctid, likewise */
    li      a7, 220             /* SYS_clone */
    ecall                       /* returns twice */
    beqz    a0, 1f              /* 0 in the child */
    ret                         /* parent: tid or -errno */
1:
    .cfi_undefined ra           /* outermost frame: unwinders and debuggers stop here */
    li      s0, 0               /* and so do those that follow frame pointers */
    li      ra, 0               /* no return address either */
    mv      a0, a5              /* thread_entry(arg) */
    call    thread_entry        /* does not return */
    ebreak                      /* not reached */
end_function arch_clone

/* void arch_unmap_and_exit(void *map, size_t size): no stack is left after the first call. */
function arch_unmap_and_exit
    .cfi_undefined ra           /* never returns */
    li      a7, 215             /* SYS_munmap(a0, a1) */
    ecall                       /* the stack is gone */
    li      a0, 0               /* status 0 */
    li      a7, 93              /* SYS_exit: this thread only */
    ecall
    ebreak                      /* not reached */
end_function arch_unmap_and_exit
