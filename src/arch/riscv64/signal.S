/* SPDX-License-Identifier: MIT */
/* riscv64: the cancellable system call. Signal handlers return through the kernel's vDSO. */

#include "arch/asm.h"

/*
 * long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c,
 *                               long d, long e, long f)
 *                               a0                     a1       a2      a3      a4
 *                               a5      a6      a7
 */
function arch_cancellable_syscall
    mv      t0, a0              /* requested: t0 is free until the call */
    mv      t1, a1              /* nr */
    mv      a0, a2              /* a */
    mv      a1, a3              /* b */
    mv      a2, a4              /* c */
    mv      a3, a5              /* d */
    mv      a4, a6              /* e */
    mv      a5, a7              /* f */
    mv      a7, t1              /* nr, where the kernel expects it */
label arch_cancel_begin         /* from here a handler may send us to arch_cancel_abort */
    lw      t0, 0(t0)           /* was cancellation */
    bnez    t0, arch_cancel_abort /* requested before? */
    ecall                       /* restarted calls come back to this instruction */
label arch_cancel_end           /* the call had its effect: too late to cancel it */
    ret
label arch_cancel_abort
    li      a0, -125            /* -ECANCELED */
    ret
end_function arch_cancellable_syscall
