/* SPDX-License-Identifier: MIT */
/* riscv64: what the glibc host has to know of it. */
#ifndef PTHIN_ARCH_GLIBC_H
#define PTHIN_ARCH_GLIBC_H

#include "arch/glibc_tcb_below.h"

/* PTHREAD_STACK_MIN, bytes. */
#define ARCH_GLIBC_STACK_MIN 16384

/* What precedes the abort handlers of restartable sequences. */
#define ARCH_RSEQ_SIGNATURE 0xf1401073 /* csrr x0, mhartid, which no program may execute */

#endif
