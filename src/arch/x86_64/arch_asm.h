/* SPDX-License-Identifier: MIT */
/* x86_64: see ../asm.h. */
#define ARCH_LANDING       endbr64    /* indirect branch target (IBT) */
#define ARCH_PROPERTY_TYPE 0xc0000002 /* GNU_PROPERTY_X86_FEATURE_1_AND */
#define ARCH_PROPERTY_BITS 1          /* IBT */
/* See ../older_version.h. */
#define ARCH_JUMP jmp
