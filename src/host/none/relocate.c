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

void program_relocate(const ElfDyn *dynamic)
{
    uintptr_t rela = 0, rela_size = 0, rel = 0, rel_size = 0, relr = 0, relr_size = 0;
    for (const ElfDyn *d = dynamic; d && d->d_tag != DT_NULL; d++) {
        switch (d->d_tag) {
        case DT_RELA:
            rela = program.load_bias + d->d_un.d_ptr;
            break;
        case DT_RELASZ:
            rela_size = d->d_un.d_val;
            break;
        case DT_REL:
            rel = program.load_bias + d->d_un.d_ptr;
            break;
        case DT_RELSZ:
            rel_size = d->d_un.d_val;
            break;
        case DYN_RELR:
            relr = program.load_bias + d->d_un.d_ptr;
            break;
        case DYN_RELRSZ:
            relr_size = d->d_un.d_val;
            break;
        }
    }
    for (const ElfRela *r = (const ElfRela *)rela; (uintptr_t)r < rela + rela_size; r++)
        relocate((uintptr_t *)(program.load_bias + r->r_offset), r->r_info, (uintptr_t)r->r_addend);
    for (const ElfRel *r = (const ElfRel *)rel; (uintptr_t)r < rel + rel_size; r++) {
        uintptr_t *where = (uintptr_t *)(program.load_bias + r->r_offset);
        relocate(where, r->r_info, *where);
    }
    relocate_relr((const uintptr_t *)relr, relr_size / sizeof(uintptr_t));
    protect_relro();
}
