/* SPDX-License-Identifier: MIT */
/* riscv64: see ../asm.h. Indirect calls may go anywhere. */
#define ARCH_LANDING
/* See ../older_version.h. */
#define ARCH_JUMP tail
