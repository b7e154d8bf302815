/* SPDX-License-Identifier: MIT */
/* What compilers' stack protection calls and reads. */
#include "program.h"

/* For code compiled with -mstack-protector-guard=global, and for ports with no canary in the
   TCB. */
PTHIN_EXPORT uintptr_t __stack_chk_guard;

PTHIN_EXPORT _Noreturn void __stack_chk_fail(void);
PTHIN_EXPORT _Noreturn void __stack_chk_fail(void)
{
    fatal("stack smashing detected");
}

void stack_protector_init(uintptr_t canary)
{
    __stack_chk_guard = canary;
}
