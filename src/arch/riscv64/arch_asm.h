/* SPDX-License-Identifier: MIT */
/* riscv64: see ../asm.h. Indirect calls may go anywhere. */
#define ARCH_LANDING
