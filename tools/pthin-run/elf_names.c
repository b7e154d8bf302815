/* SPDX-License-Identifier: MIT */
/* What an ELF file names: its dynamic linker, and the libraries that it needs. */
#include "elf.h"

/* No linker writes as many entries into a dynamic section, but for libraries that are needed. */
#define DYNAMIC_MOST 4096

void elf_interpreter(struct file *file, char *to, size_t size)
{
    ElfPhdr s;
    to[0] = '\0';
    for (size_t i = 0; i < elf_segments(file); i++) {
        if (!elf_segment(file, i, &s)) {
            file->kind = KIND_DAMAGED;
            return;
        }
        if (s.p_type != PT_INTERP)
            continue;
        if (s.p_filesz > size || !elf_string(file, s.p_offset, to, s.p_filesz)) {
            file->kind = KIND_DAMAGED;
            to[0] = '\0';
        }
        return;
    }
}

/* The dynamic section's place in the file, in entries. */
static bool dynamic_section(struct file *file, uint64_t *offset, size_t *entries)
{
    ElfPhdr s;
    for (size_t i = 0; elf_segment(file, i, &s); i++) {
        if (s.p_type == PT_DYNAMIC) {
            uint64_t n = s.p_filesz / sizeof(ElfDyn);
            *offset = s.p_offset;
            *entries = n < DYNAMIC_MOST ? (size_t)n : DYNAMIC_MOST;
            return *offset + DYNAMIC_MOST * sizeof(ElfDyn) > *offset;
        }
    }
    return false;
}

bool elf_dynamic(struct file *file, intptr_t tag, size_t *i, uint64_t *value)
{
    uint64_t offset;
    size_t entries;
    ElfDyn d;
    if (!dynamic_section(file, &offset, &entries))
        return false;
    for (; *i < entries && elf_read(file, offset + *i * sizeof d, &d, sizeof d); ++*i) {
        if (d.d_tag == tag) {
            *value = d.d_un.d_val;
            return true;
        }
        if (d.d_tag == DT_NULL)
            return false;
    }
    return false;
}

bool elf_needed(struct file *file, struct elf_needed *at, char *name, size_t size)
{
    uint64_t value, address;
    for (; elf_dynamic(file, DT_NEEDED, &at->next, &value); at->next++) {
        size_t first = 0;
        if (!at->strings && (!elf_dynamic(file, DT_STRTAB, &first, &address) ||
                             !elf_offset(file, address, &at->strings)))
            return false;
        if (at->strings + value >= value && elf_string(file, at->strings + value, name, size)) {
            at->next++;
            return true;
        }
    }
    return false;
}
