/* SPDX-License-Identifier: MIT */
/*
 * What every function in assembly begins and ends with. Included first; leaves the assembler in
 * .text. From <port>/arch_asm.h:
 *   ARCH_LANDING         the instruction that an indirect call must find at its target, or nothing
 *   ARCH_PROPERTY_TYPE   the GNU property that says of an object file that its functions have it,
 *   ARCH_PROPERTY_BITS   and its value; not defined where there is none
 */
#include "arch_asm.h"

/* clang-format off */

    .section .note.GNU-stack, "", %progbits /* no executable stack */

#ifdef ARCH_PROPERTY_TYPE
    .section .note.gnu.property, "a", %note
    .balign __SIZEOF_POINTER__
    .long   4, 8 + __SIZEOF_POINTER__, 5    /* sizes of name and properties; NT_GNU_PROPERTY_TYPE_0 */
    .asciz  "GNU"                           /* the name */
    .long   ARCH_PROPERTY_TYPE, 4           /* one property, of 4 bytes */
    .long   ARCH_PROPERTY_BITS              /* its value */
    .balign __SIZEOF_POINTER__              /* and padding */
#endif

    .text

#if PTHIN_STATIC /* as in core/base.h */
    .cfi_sections .debug_frame
#endif

/* A label that the library knows and no other module. */
.macro label name
    .globl  \name
    .hidden \name
\name:
.endm

.macro function name
    .balign 4
    .type   \name, %function
    label   \name
    .cfi_startproc
    ARCH_LANDING
.endm

.macro end_function name
    .cfi_endproc
    .size   \name, . - \name
.endm
