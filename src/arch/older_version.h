/* SPDX-License-Identifier: MIT */
/*
 * A function that a shared library has in an older symbol version as well: a jump to it. From
 * <port>/arch_asm.h:
 *   ARCH_JUMP            the instruction that jumps to a symbol of the same library
 */
#include "arch/asm.h"

/* clang-format off */

/* One piece of unwind information for all of them, as none moves the stack pointer. */
    .cfi_startproc
.macro older_versions_end
    .cfi_endproc
.endm

/* versioned: NAME@VERSION */
.macro older_version name, versioned
    .balign 4
    .type   \name\()_older_\@, %function
    .globl  \name\()_older_\@               /* its own name stays inside: the version script says so */
    .symver \name\()_older_\@, \versioned
\name\()_older_\@:
    ARCH_LANDING
    ARCH_JUMP \name                         /* with all arguments and the return address as they are */
    .size   \name\()_older_\@, . - \name\()_older_\@
.endm
