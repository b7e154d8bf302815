/* SPDX-License-Identifier: MIT */
/*
 * What a port provides: a closed list, the same for every architecture. Nothing outside
 * src/arch/<port> contains assembly or names an architecture.
 *
 * In <port>/sources.cmake: the sources, and the compiler's options that only this port has.
 *
 * In <port>/arch_port.h (inline):
 *   arch_syscall0 .. arch_syscall6     a system call; returns the kernel's value, -errno on failure
 *                                      (from syscall.h, where registers are all it takes)
 *   arch_cpu_relax                     one polite turn of a spin loop
 *   arch_under_valgrind                a tool of Valgrind's runs the program
 *   arch_return_gap                    what has to stand between a branch on the outcome of an
 *                                      atomic operation and a return, for both to be fast
 *   arch_add_on_one_cpu                adds to a counter that threads of one CPU change; if that
 *                                      takes one instruction, it is not locked
 *   arch_thread_pointer                the thread pointer register
 *   arch_set_thread_pointer            loads it; 0 or -errno
 *   ARCH_CONTEXT_PC                    where the program counter lies in a signal's ucontext: bytes
 *   ARCH_CONTEXT_SIGMASK               and where the mask that the handler returns to
 *   ARCH_STACK_ALIGN                   what the ABI wants of a stack pointer at a function call
 *   ARCH_TLS_ABOVE_TP                  1: static TLS lies above the thread pointer (variant I)
 *   ARCH_TLS_DTV_BIAS                  what the ABI subtracts from a DTV entry
 *   ARCH_TCB_SIZE                      bytes from the thread pointer upwards that the ABI reserves
 *   arch_tcb_init                      fills them in, where compiled code reads them; sysinfo is
 *                                      what the kernel gave as AT_SYSINFO, 0 if nothing
 *   ARCH_ELF_R_RELATIVE                the relocation type a static PIE applies to itself
 *   ARCH_ELF_R_DTPMOD, _TPREL          those that put the module of a thread-local variable and its
 *                                      distance from the thread pointer, where linkers leave that
 *                                      to a static PIE
 *   ARCH_PERSONALITY                   names, in a function, the one that the unwinder calls when an
 *                                      exception passes (here, for ports with tables of DWARF's)
 *   ARCH_SA_RESTORER                   the kernel's flag for a signal action with a restorer; 0: an
 *                                      action has none, the kernel sees to the return
 *
 * In <port>/arch_asm.h: what asm.h wants to know.
 *
 * In <port>/layout.c: checks of the above against the kernel's headers.
 *
 * In <port>/ *.S:
 *   arch_clone                         clone; the child goes to thread_entry(arg)
 *   arch_unmap_and_exit                unmaps the stack it stands on, then ends the thread
 *   arch_cancellable_syscall           a system call that cancellation can interrupt, with its
 *                                      range arch_cancel_begin .. arch_cancel_end and the place
 *                                      to continue at, arch_cancel_abort
 *   arch_sigreturn                     the restorer for signal handlers, if ARCH_SA_RESTORER.
 *                                      ARCH_SIGRETURN_PLAIN is that of handlers without SA_SIGINFO,
 *                                      where the kernel gives them another frame
 *   _start                             (start.S, only in pthin-start.o)
 *
 * Where compilers call functions by names that only this architecture has, and a libc would have
 * them, they are in compiler.S (PTHIN_ARCH_NO_LIBC_SOURCES).
 */
#ifndef PTHIN_ARCH_H
#define PTHIN_ARCH_H

#include <stddef.h>
#include <stdint.h>

#include "arch_port.h"

/*
 * Creates a thread that shares the caller's memory and starts in thread_entry(arg), on the
 * stack that ends at stack_top. ptid and ctid go with CLONE_PARENT_SETTID and
 * CLONE_CHILD_CLEARTID, tls with CLONE_SETTLS. Returns the new tid, or -errno.
 */
long arch_clone(unsigned long flags, void *stack_top, void *ptid, void *ctid, uintptr_t tls,
                void *arg);

/* munmap(map, size) and exit(0), touching no memory in between. All signals are blocked. */
_Noreturn void arch_unmap_and_exit(void *map, size_t size);

/*
 * Reads *requested and, if it is zero, makes the system call. Between arch_cancel_begin and
 * arch_cancel_end the call has had no effect yet: a handler that finds the program counter in
 * [begin, end) may set it to arch_cancel_abort, and the function returns -ECANCELED.
 */
long arch_cancellable_syscall(const void *requested, long nr, long a, long b, long c, long d,
                              long e, long f);
extern const char arch_cancel_begin[] __attribute__((visibility("hidden")));
extern const char arch_cancel_end[] __attribute__((visibility("hidden")));
extern const char arch_cancel_abort[] __attribute__((visibility("hidden")));

/* 0x1b: relative to the table, in 4 bytes. */
#ifndef ARCH_PERSONALITY
#    define ARCH_PERSONALITY(function) __asm__ volatile(".cfi_personality 0x1b, " #    function)
#endif

/* Where a signal handler returns to. Never called from C. */
void arch_sigreturn(void);
#ifndef ARCH_SIGRETURN_PLAIN
#    define ARCH_SIGRETURN_PLAIN arch_sigreturn
#endif

static inline uintptr_t *arch_context_pc(void *ucontext)
{
    return (uintptr_t *)((char *)ucontext + ARCH_CONTEXT_PC);
}

static inline uint64_t *arch_context_sigmask(void *ucontext)
{
    return (uint64_t *)((char *)ucontext + ARCH_CONTEXT_SIGMASK);
}

/* Where arch_clone's child arrives; defined in src/core. */
_Noreturn void thread_entry(void *arg);

#endif
