/* SPDX-License-Identifier: MIT */
/*
 * A static PIE relocates itself. Until this is done no pointer in initialised data may be used;
 * the code up to here has none. Only relative relocations make sense in a program that has no
 * other module, and on some ports those of thread-local variables; anything else traps.
 */
#include "arch/arch.h"
#include "program.h"

/* info: without a symbol, of which a program alone has no need. */
static void relocate(uintptr_t *where, uintptr_t info, uintptr_t addend)
{
    if (info == 0) /* R_*_NONE */
        return;
    if (info == ARCH_ELF_R_RELATIVE)
        *where = program.load_bias + addend;
#ifdef ARCH_ELF_R_TPREL
    else if (info == ARCH_ELF_R_DTPMOD)
        *where = 1; /* the one module there is */
    else if (info == ARCH_ELF_R_TPREL)
        *where = (uintptr_t)tls_block(0) + addend;
#endif
    else
        __builtin_trap();
}

/*
 * RELR: an even entry is the address of a word to relocate; an odd one is a bitmap of the words
 * that follow the last address, least significant bit first, bit 0 being the mark.
 */
static void relocate_relr(const uintptr_t *relr, size_t count)
{
    const unsigned bits = 8 * sizeof(uintptr_t) - 1;
    uintptr_t *where = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!(relr[i] & 1)) {
            where = (uintptr_t *)(program.load_bias + relr[i]);
            *where++ += program.load_bias;
            continue;
        }
        for (unsigned b = 0; b < bits; b++)
            if (relr[i] >> (b + 1) & 1)
                where[b] += program.load_bias;
        where += bits;
    }
}

static void protect_relro(void)
{
    for (size_t i = 0; i < program.phnum; i++) {
        const ElfPhdr *p = &program.phdr[i];
        if (p->p_type != PT_GNU_RELRO)
            continue;
        uintptr_t from = round_down(program.load_bias + p->p_vaddr, program.page_size);
        uintptr_t to = round_down(program.load_bias + p->p_vaddr + p->p_memsz, program.page_size);
        if (to > from && sys_protect_read((void *)from, to - from) != 0)
            __builtin_trap();
    }
}

/* The value of an entry of the dynamic section, 0 if there is none. */
static uintptr_t entry(const ElfDyn *dynamic, int tag)
{
    for (const ElfDyn *d = dynamic; d && d->d_tag != DT_NULL; d++)
        if (d->d_tag == tag)
            return d->d_un.d_val;
    return 0;
}

void program_relocate(const ElfDyn *dynamic)
{
    uintptr_t rela = program.load_bias + entry(dynamic, DT_RELA);
    uintptr_t rela_end = rela + entry(dynamic, DT_RELASZ);
    uintptr_t rel = program.load_bias + entry(dynamic, DT_REL);
    uintptr_t rel_end = rel + entry(dynamic, DT_RELSZ);
    uintptr_t relr = program.load_bias + entry(dynamic, DYN_RELR);
    for (const ElfRela *r = (const ElfRela *)rela; (uintptr_t)r < rela_end; r++)
        relocate((uintptr_t *)(program.load_bias + r->r_offset), r->r_info, (uintptr_t)r->r_addend);
    for (const ElfRel *r = (const ElfRel *)rel; (uintptr_t)r < rel_end; r++) {
        uintptr_t *where = (uintptr_t *)(program.load_bias + r->r_offset);
        relocate(where, r->r_info, *where);
    }
    relocate_relr((const uintptr_t *)relr, entry(dynamic, DYN_RELRSZ) / sizeof(uintptr_t));
    protect_relro();
}
