/* SPDX-License-Identifier: MIT */
/* x86: the ways into the kernel. */

#include "arch/asm.h"

/*
 * Registers as for int $0x80, which may take many times as long as the entry that the kernel
 * offers in the vdso. The TCB has its address, as both libcs lay it out; before there is a TCB gs
 * selects nothing.
 */
function arch_x86_enter
    push    %eax                /* the number; a register is needed */
    .cfi_adjust_cfa_offset 4
    mov     %gs, %eax           /* 0 until the thread pointer is set */
    test    %eax, %eax
    pop     %eax                /* leaves the flags alone */
    .cfi_adjust_cfa_offset -4
    jz      1f
    jmp     *%gs:16             /* its return is ours */
1:
    int     $0x80               /* the way that is always there */
    ret
end_function arch_x86_enter

/* What stands in the TCB where the kernel offers no entry (a boot option). */
function arch_x86_int80
    int     $0x80               /* the way that is always there */
    ret
end_function arch_x86_int80
