/* SPDX-License-Identifier: MIT */
/* x86_64: see ../asm.h. */
#define ARCH_LANDING /* Linux does not make programs mark indirect branch targets (IBT) */
/* See ../older_version.h. */
#define ARCH_JUMP jmp
