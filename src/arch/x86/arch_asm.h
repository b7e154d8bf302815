/* SPDX-License-Identifier: MIT */
/* x86: see ../asm.h. */
#define ARCH_LANDING /* as on x86_64 */
