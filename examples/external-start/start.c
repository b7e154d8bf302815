/* SPDX-License-Identifier: MIT */
/*
 * The kernel enters the program with nothing but a stack pointer. A few instructions bring it, and
 * the address of the dynamic section, into a C function. No thread-local data and no stack
 * protector yet.
 */
#include <pthin/program.h>

int arguments_seen;

__asm__(".text\n"
        ".globl _start\n"
        ".weak _DYNAMIC\n"
        ".hidden _DYNAMIC\n"
        "_start:\n"
#if defined __x86_64__
        "    xor %ebp, %ebp\n"           /* end of the chain of frame pointers */
        "    mov %rsp, %rdi\n"           /* the stack as the kernel left it */
        "    lea _DYNAMIC(%rip), %rsi\n" /* 0 if there is no dynamic section */
        "    and $-16, %rsp\n"           /* the ABI's alignment */
        "    call before_pthin\n"
#else
#    error "this example knows x86_64 only; src/arch/<port>/start.S has the others"
#endif
);

__attribute__((used, noreturn)) void before_pthin(uintptr_t *stack, const void *dynamic)
{
    arguments_seen = (int)stack[0];
    pthin_program_start(stack, dynamic);
}
