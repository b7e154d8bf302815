/* SPDX-License-Identifier: MIT */
/* The program as a whole: its start where there is no libc, its end, what the kernel told it.
 * Any thread may call these functions; errno is not touched. */
#ifndef _PTHIN_PROGRAM_H
#define _PTHIN_PROGRAM_H 1

#include <stdint.h>

#include <pthin/bits/declare.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Has function(arg) called by pthin_program_exit, exit, or a return from main: before .fini_array,
 * the last registered first, atexit's among them. The functions may register more. The exit
 * functions of the calling thread (pthin_thread_at_exit) come before; with musl, in the place of
 * one that was registered at the process's first call of pthin_thread_at_exit. With no libc the
 * first 32 need no memory. Returns 0, or ENOMEM. */
int pthin_program_at_exit(void (*__function)(void *), void *__arg);

/* exit(3): runs what was registered, then ends the process. */
void pthin_program_exit(int __status) __attribute__((__noreturn__));

/* _exit(2): ends the process at once. */
void pthin_program_immediate_exit(int __status) __PTHIN_NOTHROW __attribute__((__noreturn__));

/* Ends the process by an instruction that no program may execute: SIGILL or SIGTRAP, by port. */
void pthin_program_trap(void) __PTHIN_NOTHROW __attribute__((__noreturn__));

/* Entries of the auxiliary vector; the kernel's numbers, as in <linux/auxvec.h> */
#define PTHIN_AT_PHDR         3 /* program headers: address, */
#define PTHIN_AT_PHENT        4 /* bytes of one, */
#define PTHIN_AT_PHNUM        5 /* and number */
#define PTHIN_AT_PAGESZ       6 /* bytes of a page */
#define PTHIN_AT_BASE         7 /* where the dynamic linker was loaded; 0: there is none */
#define PTHIN_AT_ENTRY        9
#define PTHIN_AT_UID          11
#define PTHIN_AT_EUID         12
#define PTHIN_AT_GID          13
#define PTHIN_AT_EGID         14
#define PTHIN_AT_HWCAP        16 /* what the processor can do */
#define PTHIN_AT_SECURE       23 /* not 0: the program has privileges that its user has not */
#define PTHIN_AT_RANDOM       25 /* address of 16 random bytes */
#define PTHIN_AT_HWCAP2       26
#define PTHIN_AT_EXECFN       31 /* file name of the program */
#define PTHIN_AT_SYSINFO_EHDR 33 /* address of the vDSO */
#define PTHIN_AT_MINSIGSTKSZ  51 /* least bytes of an alternate signal stack */

/* The value of an entry of the auxiliary vector, 0 if there is none. man getauxval(3) */
uintptr_t pthin_getauxval(unsigned long __type) __PTHIN_NOTHROW;

#ifdef __PTHIN_NO_LIBC
/* External start: for a program that has a _start of its own, and so is linked without
 * pthin-start.o. Takes over from the state in which the kernel entered the program:
 *
 * stack    the initial stack pointer; argc, argv, envp and the auxiliary vector lie there
 * dynamic  the address of the dynamic section (_DYNAMIC), found without a relocation, or NULL in a
 *          program that is linked at a fixed address
 *
 * Relocates a static PIE, makes the initial thread's TLS, runs .preinit_array and .init_array with
 * argc, argv and envp, and calls exit(main(argc, argv, envp)). Before this call, once, no other
 * function of pthin's and nothing thread-local may be used. */
void pthin_program_start(uintptr_t *__stack, const void *__dynamic) __attribute__((__noreturn__));
#endif

#ifdef __cplusplus
}
#endif
#endif
