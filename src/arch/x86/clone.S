/* SPDX-License-Identifier: MIT */
/* x86: clone with the new thread's first frame, and the end of a thread that unmaps itself. */

#include "arch/asm.h"

/*
 * long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid,
 *                 uintptr_t tls, void *arg)
 * On the stack at 4, 8, 12, 16, 20 and 24, counted from where it is called.
 * The kernel wants flags, stack, ptid, a struct user_desc for tls, and ctid in ebx, ecx, edx,
 * esi and edi. By int $0x80: the other way into the kernel comes back through the caller's stack,
 * which is not the child's.
 */
function arch_clone
    push    %ebx                /* the caller's registers */
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset ebx, 0
    push    %esi
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset esi, 0
    push    %edi
    .cfi_adjust_cfa_offset 4
    .cfi_rel_offset edi, 0
    sub     $16, %esp           /* struct user_desc; arguments are at 32 and up now */
    .cfi_adjust_cfa_offset 16
    mov     %gs, %eax           /* the selector that all threads have */
    shr     $3, %eax            /* its index in the GDT */
    mov     %eax, 0(%esp)       /* entry_number */
    mov     48(%esp), %eax      /* tls */
    mov     %eax, 4(%esp)       /* base_addr */
    movl    $0xfffff, 8(%esp)   /* limit: all of memory */
    movl    $0x51, 12(%esp)     /* 32-bit data segment, limit in pages, usable */
    mov     %esp, %esi          /* tls, as the kernel wants it */
    mov     32(%esp), %ebx      /* flags */
    mov     36(%esp), %ecx      /* stack_top */
    and     $-16, %ecx          /* the ABI's stack alignment */
    sub     $16, %ecx           /* room for thread_entry's argument, aligned */
    mov     52(%esp), %eax      /* arg */
    mov     %eax, (%ecx)        /* where the child's call will look for it */
    mov     40(%esp), %edx      /* ptid */
    mov     44(%esp), %edi      /* ctid */
    mov     $120, %eax          /* SYS_clone */
    int     $0x80               /* returns twice */
    test    %eax, %eax          /* 0 in the child */
    jz      1f
    add     $16, %esp           /* parent: eax is the tid or -errno */
    .cfi_adjust_cfa_offset -16
    pop     %edi                /* the caller's registers */
    .cfi_adjust_cfa_offset -4
    .cfi_restore edi
    pop     %esi
    .cfi_adjust_cfa_offset -4
    .cfi_restore esi
    pop     %ebx
    .cfi_adjust_cfa_offset -4
    .cfi_restore ebx
    ret
1:
    .cfi_def_cfa esp, 4         /* nothing is saved on this stack */
    .cfi_undefined eip          /* outermost frame: unwinders and debuggers stop here */
    xor     %ebp, %ebp          /* and so do those that follow frame pointers */
    call    thread_entry        /* its argument is on top of the stack */
    hlt                         /* not reached */
end_function arch_clone

/* void arch_unmap_and_exit(void *map, size_t size): no stack is left after the first call, so
   int $0x80, which needs none. */
function arch_unmap_and_exit
    .cfi_undefined eip          /* never returns */
    mov     4(%esp), %ebx       /* map */
    mov     8(%esp), %ecx       /* size */
    mov     $91, %eax           /* SYS_munmap */
    int     $0x80               /* the stack is gone */
    xor     %ebx, %ebx          /* status 0 */
    mov     $1, %eax            /* SYS_exit: this thread only */
    int     $0x80
    hlt                         /* not reached */
end_function arch_unmap_and_exit
