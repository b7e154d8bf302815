/* SPDX-License-Identifier: MIT */
/* x86: the system call of six arguments, which C cannot express, the cancellable one, and the signal
   restorers. */

#include "arch/asm.h"

/* Saves the registers that the kernel's arguments go into and that belong to the caller. */
    .macro  save_registers
    push    %ebx
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset ebx, 0
    push    %esi
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset esi, 0
    push    %edi
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset edi, 0
    push    %ebp
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset ebp, 0
    .endm

/* And gives them back. */
    .macro  restore_registers
    pop     %ebp
    .cfi_adjust_cfa_offset -4
    .cfi_restore ebp
    pop     %edi
    .cfi_adjust_cfa_offset -4
    .cfi_restore edi
    pop     %esi
    .cfi_adjust_cfa_offset -4
    .cfi_restore esi
    pop     %ebx
    .cfi_adjust_cfa_offset -4
    .cfi_restore ebx
    .endm

/* The kernel's six arguments; the first is at the given distance from the stack pointer. */
    .macro  load_arguments first
    mov     \first(%esp), %ebx      /* a */
    mov     \first+4(%esp), %ecx    /* b */
    mov     \first+8(%esp), %edx    /* c */
    mov     \first+12(%esp), %esi   /* d */
    mov     \first+16(%esp), %edi   /* e */
    mov     \first+20(%esp), %ebp   /* f */
    .endm

/* long arch_syscall6(long n, long a, long b, long c, long d, long e, long f) */
function arch_syscall6
    save_registers              /* arguments are at 20 and up now */
    mov     20(%esp), %eax      /* n */
    load_arguments 24
    call    arch_x86_enter      /* enter the kernel */
    restore_registers
    ret
end_function arch_syscall6

/*
 * long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c,
 *                               long d, long e, long f)
 * By int $0x80: the program counter must tell how far the call has come, and with the other way
 * it would be in the vdso.
 */
function arch_cancellable_syscall
    save_registers              /* arguments are at 20 and up now */
    load_arguments 28
    mov     20(%esp), %eax      /* requested: eax is free until the call */
label arch_cancel_begin         /* from here a handler may send us to arch_cancel_abort */
    cmpl    $0, (%eax)          /* was cancellation requested before? */
    jne     arch_cancel_abort
    mov     24(%esp), %eax      /* nr */
    int     $0x80               /* restarted calls come back to this instruction */
label arch_cancel_end           /* the call had its effect: too late to cancel it */
    .cfi_remember_state
    restore_registers
    ret
    .cfi_restore_state
label arch_cancel_abort
    mov     $-125, %eax         /* -ECANCELED */
    jmp     arch_cancel_end     /* as after a call */
end_function arch_cancellable_syscall

/*
 * The return addresses of signal handlers. Unwinders and debuggers know a signal's frame by these
 * very instructions: int $0x80, and the pop although the number on the stack is overwritten at
 * once.
 */
    .type   arch_sigreturn, %function
    nop                         /* unwinders look one byte before a return address */
label arch_sigreturn
    mov     $173, %eax          /* SYS_rt_sigreturn: the frame is at the stack pointer */
    int     $0x80               /* does not return */
    .size   arch_sigreturn, . - arch_sigreturn

    .type   arch_sigreturn_old, %function
    nop                         /* unwinders look one byte before a return address */
label arch_sigreturn_old
    pop     %eax                /* the signal's number, on top of the frame */
    mov     $119, %eax          /* SYS_sigreturn */
    int     $0x80               /* does not return */
    .size   arch_sigreturn_old, . - arch_sigreturn_old
