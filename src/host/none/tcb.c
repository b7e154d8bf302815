/* SPDX-License-Identifier: MIT */
/*
 * TLS and TCB of a thread. One static TLS block (module 1, the program's PT_TLS) and the TCB
 * lie together above the stack, in one of two ways:
 *
 *   stack | ... TLS block | TCB
 *                         ^ thread pointer       (variant II: TLS below the thread pointer)
 *   stack | ... TCB | TLS block
 *               ^ thread pointer                 (variant I: TLS above, ARCH_TLS_ABOVE_TP)
 *
 * The block must be congruent to PT_TLS's address modulo its alignment: compilers rely on the
 * alignment of each variable within the segment, and a linker may start it anywhere. The thread
 * pointer is a multiple of the alignment.
 */
#include "arch/arch.h"
#include "program.h"

#define TCB_ALIGN ((size_t)64)

static size_t tls_align(void)
{
    size_t align = program.tls ? program.tls->p_align : 1;
    return align > TCB_ALIGN ? align : TCB_ALIGN;
}

/* What is added to the first so that it becomes congruent to the second. */
static uintptr_t up_to_congruence(uintptr_t first, uintptr_t second)
{
    uintptr_t align = program.tls->p_align ? program.tls->p_align : 1;
    return (second - first) & (align - 1);
}

/* The distance between the thread pointer and the beginning of the TLS block. */
static size_t tls_offset(void)
{
    if (!program.tls)
        return ARCH_TLS_ABOVE_TP ? ARCH_TCB_SIZE : 0;
    uintptr_t size = program.tls->p_memsz, vaddr = program.tls->p_vaddr;
    if (ARCH_TLS_ABOVE_TP)
        return ARCH_TCB_SIZE + up_to_congruence(ARCH_TCB_SIZE, vaddr);
    return size + up_to_congruence(vaddr, -size);
}

char *tls_block(uintptr_t tp)
{
    return (char *)tp + (ARCH_TLS_ABOVE_TP ? tls_offset() : -tls_offset());
}

/* Bytes of the area below and above the thread pointer. */
static size_t below_tp(void)
{
    return ARCH_TLS_ABOVE_TP ? 0 : round_up(tls_offset(), TCB_ALIGN);
}

static size_t above_tp(void)
{
    if (!ARCH_TLS_ABOVE_TP)
        return ARCH_TCB_SIZE;
    return tls_offset() + (program.tls ? program.tls->p_memsz : 0);
}

size_t host_tls_size(void)
{
    size_t align = tls_align();
    /* The area ends at a page boundary; stricter alignments may have to move down from it. */
    size_t slack = align > program.page_size ? align - program.page_size : 0;
    return below_tp() + round_up(above_tp(), align) + slack;
}

static uintptr_t tp_of_area(char *area)
{
    uintptr_t end = (uintptr_t)area + host_tls_size();
    return round_down(end - above_tp(), tls_align());
}

struct thread *host_tcb_place(char *area)
{
    return thread_of(tp_of_area(area));
}

static void init(uintptr_t tp, bool reused)
{
    if (reused)
        __builtin_memset((char *)tp - below_tp(), 0, below_tp() + above_tp());
    if (program.tls)
        __builtin_memcpy(tls_block(tp), (void *)(program.load_bias + program.tls->p_vaddr),
                         program.tls->p_filesz);
    arch_tcb_init(tp, program.canary, program.sysinfo);
}

int host_tcb_init(struct thread *t, const struct stack *stack, bool reused)
{
    (void)stack;
    init(handle_of(t), reused);
    return 0;
}

/* Apart, and never inlined: before the thread pointer is set not even its value may be read, and
   compilers read it wherever they see fit. */
static __attribute__((noinline)) void adopt_main_thread(void)
{
    struct thread *t = thread_self();
    /* From now on the kernel clears the word when the initial thread ends, for its joiner. */
    long tid = sys_set_tid_address(&t->tid);
    atomic_store_explicit(&t->tid, (uint32_t)tid, memory_order_relaxed);
    t->prev = t->next = t;
}

void program_main_thread(void)
{
    size_t size = round_up(host_tls_size(), program.page_size);
    char *area = sys_map(size, false);
    if (!area)
        fatal("no memory for the initial thread's TLS");
    uintptr_t tp = tp_of_area(area + size - host_tls_size());
    init(tp, false);
    if (arch_set_thread_pointer(tp) != 0)
        fatal("the kernel refused the thread pointer");
    adopt_main_thread();
}
