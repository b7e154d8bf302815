/* SPDX-License-Identifier: MIT */
/* x86_64: the cancellable system call and the signal restorer. */

#include "arch/asm.h"

/*
 * long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c,
 *                               long d, long e, long f)
 *                               rdi                    rsi      rdx     rcx     r8
 *                               r9      8(%rsp) 16(%rsp)
 */
function arch_cancellable_syscall
    mov     %rdi, %r11          /* requested: r11 is free until the call */
    mov     %rsi, %rax          /* nr */
    mov     %rdx, %rdi          /* a */
    mov     %rcx, %rsi          /* b */
    mov     %r8, %rdx           /* c */
    mov     %r9, %r10           /* d */
    mov     8(%rsp), %r8        /* e */
    mov     16(%rsp), %r9       /* f */
label arch_cancel_begin         /* from here a handler may send us to arch_cancel_abort */
    cmpl    $0, (%r11)          /* was cancellation requested before? */
    jne     arch_cancel_abort
    syscall                     /* restarted calls come back to this instruction */
label arch_cancel_end           /* the call had its effect: too late to cancel it */
    ret
label arch_cancel_abort
    mov     $-125, %rax         /* -ECANCELED */
    ret
end_function arch_cancellable_syscall

/* The return address of a signal handler: the kernel finds its frame at the stack pointer. */
    .type   arch_sigreturn, %function
    nop                         /* unwinders look one byte before a return address */
label arch_sigreturn
    mov     $15, %eax           /* SYS_rt_sigreturn */
    syscall                     /* does not return */
    .size   arch_sigreturn, . - arch_sigreturn
