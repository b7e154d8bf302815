/* SPDX-License-Identifier: MIT */
/* No code: what this port knows of the kernel's layouts, held against the kernel's headers. */
#include "arch/arch.h"

/* Not the libc's of the same names, and in this order: one needs the other. */
#include <asm/signal.h>
#include <asm/sigcontext.h>
#include <asm-generic/ucontext.h>

/* arm exports none of its own; the kernel's begins like the generic one. */
_Static_assert(ARCH_CONTEXT_PC == offsetof(struct ucontext, uc_mcontext.arm_pc),
               "the program counter");
_Static_assert(ARCH_CONTEXT_SIGMASK == offsetof(struct ucontext, uc_sigmask), "the signal mask");
