/* SPDX-License-Identifier: MIT */
/* x86_64: clone with the new thread's first frame, and the end of a thread that unmaps itself. */

#include "arch/asm.h"

/*
 * long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid,
 *                 uintptr_t tls, void *arg)
 *                 rdi                  rsi              rdx         rcx
 *                 r8             r9
 * The kernel wants flags, stack, ptid, ctid, tls in rdi, rsi, rdx, r10, r8. It leaves r9
 * alone, so arg needs no place on the child's stack.
 */
function arch_clone
    and     $-16, %rsi          /* the ABI's stack alignment */
    mov     %rcx, %r10          /* ctid, where the kernel expects it */
    mov     $56, %eax           /* SYS_clone */
    syscall                     /* returns twice */
    test    %eax, %eax          /* 0 in the child */
    jz      1f
    ret                         /* parent: tid or -errno */
1:
    .cfi_undefined rip          /* outermost frame: unwinders and debuggers stop here */
    xor     %ebp, %ebp          /* and so do those that follow frame pointers */
    mov     %r9, %rdi           /* thread_entry(arg) */
    call    thread_entry        /* pushes 8 bytes: the ABI's alignment at entry */
    hlt                         /* not reached */
end_function arch_clone

/* void arch_unmap_and_exit(void *map, size_t size): no stack is left after the first call. */
function arch_unmap_and_exit
    .cfi_undefined rip          /* never returns */
    mov     $11, %eax           /* SYS_munmap(rdi, rsi) */
    syscall                     /* the stack is gone */
    xor     %edi, %edi          /* status 0 */
    mov     $60, %eax           /* SYS_exit: this thread only */
    syscall
    hlt                         /* not reached */
end_function arch_unmap_and_exit
