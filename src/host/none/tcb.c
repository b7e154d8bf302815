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

/* What is added to the first so that it becomes congruent to the second, modulo align. */
static uintptr_t up_to_congruence(uintptr_t first, uintptr_t second, uintptr_t align)
{
    return (second - first) & (align - 1);
}

void program_tls_layout(void)
{
    const ElfPhdr *tls = program.tls;
    size_t size = tls ? tls->p_memsz : 0, align = tls && tls->p_align ? tls->p_align : 1;
    uintptr_t vaddr = tls ? tls->p_vaddr : 0;
    program.tls_align = align > TCB_ALIGN ? align : TCB_ALIGN;
    if (ARCH_TLS_ABOVE_TP) {
        program.tls_offset = ARCH_TCB_SIZE;
        program.tls_offset += up_to_congruence(ARCH_TCB_SIZE, vaddr, align);
        program.tls_above = (size_t)program.tls_offset + size;
    } else {
        size_t distance = size + up_to_congruence(vaddr, -size, align);
        program.tls_offset = -(intptr_t)distance;
        program.tls_below = round_up(distance, TCB_ALIGN);
        program.tls_above = ARCH_TCB_SIZE;
    }
    /* The area ends at a page boundary; stricter alignments may have to move down from it. */
    size_t slack = align > program.page_size ? align - program.page_size : 0;
    program.tls_size = program.tls_below + round_up(program.tls_above, program.tls_align) + slack;
}

size_t host_tls_size(void)
{
    return program.tls_size;
}

static uintptr_t tp_of_area(char *area)
{
    return round_down((uintptr_t)area + program.tls_size - program.tls_above, program.tls_align);
}

struct thread *host_tcb_place(char *area)
{
    return thread_of(tp_of_area(area));
}

static void init(uintptr_t tp, bool reused)
{
    if (reused)
        __builtin_memset((char *)tp - program.tls_below, 0, program.tls_below + program.tls_above);
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
    if (unlikely(tid < 0))
        tid = sys_gettid(); /* a sandbox refuses it: then nobody can join the initial thread */
    atomic_store_explicit(&t->tid, (uint32_t)tid, memory_order_relaxed);
    t->prev = t->next = t;
}

void program_main_thread(void)
{
    size_t size = round_up(program.tls_size, program.page_size);
    char *area = sys_map(size, false);
    if (!area)
        __builtin_trap();
    uintptr_t tp = tp_of_area(area + size - program.tls_size);
    init(tp, false);
    if (arch_set_thread_pointer(tp) != 0)
        __builtin_trap();
    adopt_main_thread();
}
