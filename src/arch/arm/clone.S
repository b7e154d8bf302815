/* SPDX-License-Identifier: MIT */
/* arm: clone with the new thread's first frame, and the end of a thread that unmaps itself. */

#include "arch/asm.h"

/*
 * long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid,
 *                 uintptr_t tls, void *arg)
 *                 r0                   r1               r2          r3
 *                 [sp]           [sp, #4]
 * The kernel wants flags, stack, ptid, tls, ctid in r0 .. r4. It leaves r5 alone, so arg needs no
 * place on the child's stack.
 */
function arch_clone
    .fnstart
    push    {r4, r5, r7, lr}    /* the caller's registers; arguments are at 16 and 20 now */
    .save   {r4, r5, r7, lr}
    .cfi_adjust_cfa_offset 16
    .cfi_rel_offset r4, 0
    .cfi_rel_offset r5, 4
    .cfi_rel_offset r7, 8
    .cfi_rel_offset lr, 12
    bic     r1, r1, #7          /* the ABI's stack alignment */
    mov     r4, r3              /* ctid, where the kernel expects it */
    ldr     r3, [sp, #16]       /* tls, likewise */
    ldr     r5, [sp, #20]       /* arg */
    mov     r7, #120            /* SYS_clone */
    svc     #0                  /* returns twice */
    cmp     r0, #0              /* 0 in the child */
    beq     thread_first_frame
    pop     {r4, r5, r7, pc}    /* parent: r0 is the tid or -errno */
    .fnend
end_function arch_clone

/* The outermost frame: unwinders of either sort and debuggers stop here, */
    .type   thread_first_frame, %function
thread_first_frame:
    .fnstart
    .cfi_startproc
    .cantunwind
    .cfi_undefined lr
    mov     r11, #0             /* and so do those that follow ARM code's frame pointers */
    mov     r7, #0              /* or Thumb code's */
    mov     lr, #0              /* no return address either */
    mov     r0, r5              /* thread_entry(arg) */
    bl      thread_entry        /* does not return */
    udf     #0                  /* not reached */
    .cfi_endproc
    .fnend
    .size   thread_first_frame, . - thread_first_frame

/* void arch_unmap_and_exit(void *map, size_t size): no stack is left after the first call. */
function arch_unmap_and_exit
    .fnstart
    .cantunwind
    .cfi_undefined lr           /* never returns */
    mov     r7, #91             /* SYS_munmap(r0, r1) */
    svc     #0                  /* the stack is gone */
    mov     r0, #0              /* status 0 */
    mov     r7, #1              /* SYS_exit: this thread only */
    svc     #0
    udf     #0                  /* not reached */
    .fnend
end_function arch_unmap_and_exit
