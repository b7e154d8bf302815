/* SPDX-License-Identifier: MIT */
/* No code: what this port knows of the kernel's layouts, held against the kernel's headers. */
#include "arch/arch.h"

/* Not the libc's of the same names, and in this order: one needs the other. */
#include <asm/ldt.h>
#include <asm/signal.h>
#include <asm/sigcontext.h>
#include <asm/ucontext.h>

_Static_assert(ARCH_CONTEXT_PC == offsetof(struct ucontext, uc_mcontext.eip),
               "the program counter");
_Static_assert(ARCH_CONTEXT_SIGMASK == offsetof(struct ucontext, uc_sigmask), "the signal mask");

/* What clone.S and arch_set_thread_pointer make of four words. */
_Static_assert(sizeof(struct user_desc) == 16, "the descriptor's size");
_Static_assert(offsetof(struct user_desc, entry_number) == 0, "the number of the descriptor");
_Static_assert(offsetof(struct user_desc, base_addr) == 4, "the segment's base");
_Static_assert(offsetof(struct user_desc, limit) == 8, "the segment's limit");
