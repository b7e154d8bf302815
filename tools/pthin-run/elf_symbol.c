/* SPDX-License-Identifier: MIT */
/* Whether a library exports a symbol, by its DT_GNU_HASH. */
#include "elf.h"

#include "text.h"

/* As many symbols are looked at: those of one bucket are a few. */
#define CHAIN_MOST 256

#define NAME_SIZE 64

/* Not in every uapi header. */
#ifndef DT_GNU_HASH
#    define DT_GNU_HASH 0x6ffffef5
#endif

/* The table begins with these; then come words of a filter, buckets, and a hash for each symbol. */
struct hash_table {
    uint32_t buckets, first_symbol, filter_words, filter_shift;
};

static uint32_t hash_of(const char *name)
{
    uint32_t hash = 5381;
    while (*name)
        hash = hash * 33 + (unsigned char)*name++;
    return hash;
}

/* Where in the file the table is that this entry of the dynamic section names. */
static bool table(struct file *file, intptr_t tag, uint64_t *offset)
{
    size_t first = 0;
    uint64_t address;
    return elf_dynamic(file, tag, &first, &address) && elf_offset(file, address, offset);
}

static bool is_symbol(struct file *file, uint64_t symbols, uint64_t strings, uint32_t i,
                      const char *name)
{
    char found[NAME_SIZE];
    ElfSym s;
    return elf_read(file, symbols + (uint64_t)i * sizeof s, &s, sizeof s) &&
           s.st_shndx != SHN_UNDEF && elf_string(file, strings + s.st_name, found, sizeof found) &&
           equal(found, name);
}

bool elf_exports(struct file *file, const char *symbol)
{
    struct hash_table t;
    uint64_t at, symbols, strings;
    uint32_t i, hash = hash_of(symbol), other;
    if (!table(file, DT_GNU_HASH, &at) || !table(file, DT_SYMTAB, &symbols) ||
        !table(file, DT_STRTAB, &strings) || !elf_read(file, at, &t, sizeof t) || t.buckets == 0)
        return false;
    at += sizeof t + (uint64_t)t.filter_words * sizeof(uintptr_t);
    if (!elf_read(file, at + (uint64_t)(hash % t.buckets) * sizeof i, &i, sizeof i) ||
        i < t.first_symbol)
        return false;
    at += (uint64_t)t.buckets * sizeof i;
    for (int n = 0; n < CHAIN_MOST; n++, i++) {
        if (!elf_read(file, at + (uint64_t)(i - t.first_symbol) * sizeof other, &other,
                      sizeof other))
            return false;
        /* The lowest bit says that this is the bucket's last. */
        if ((other | 1) == (hash | 1) && is_symbol(file, symbols, strings, i, symbol))
            return true;
        if (other & 1)
            return false;
    }
    return false;
}
