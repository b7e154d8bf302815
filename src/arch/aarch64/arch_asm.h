/* SPDX-License-Identifier: MIT */
/* aarch64: see ../asm.h. Functions in assembly keep their return address in its register, so there
   is nothing to sign (PAC). */
#define ARCH_LANDING       hint 34    /* bti c; a hint, for processors and assemblers without it */
#define ARCH_PROPERTY_TYPE 0xc0000000 /* GNU_PROPERTY_AARCH64_FEATURE_1_AND */
#define ARCH_PROPERTY_BITS 3          /* BTI, PAC */
/* See ../older_version.h. */
#define ARCH_JUMP b
