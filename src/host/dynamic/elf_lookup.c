/* SPDX-License-Identifier: MIT */
#include "elf_lookup.h"

#include "core/base.h"

/* In a version index: not the default one. */
#define VERSION_HIDDEN 0x8000

/* The first words of DT_GNU_HASH: buckets, the first symbol in them, words in the Bloom filter
   and its shift; then the filter, the buckets, and a chain word for each symbol. */
enum { HASH_BUCKETS, HASH_FIRST, HASH_BLOOM_WORDS, HASH_SHIFT, HASH_HEADER };

/* The second word of DT_HASH, the older kind of table, is the number of symbols. An object that has no
   other is searched from its first symbol to its last. */
enum { OLD_HASH_SYMBOLS = 1 };

/* Not strcmp: a sanitizer that is just getting ready may stand before it. */
static bool equal(const char *a, const char *b)
{
    while (*a && *a == *b)
        a++, b++;
    return *a == *b;
}

static bool read_dynamic(struct elf_object *object, const ElfW(Dyn) * dynamic)
{
    for (; dynamic && dynamic->d_tag != DT_NULL; dynamic++) {
        /* The loader has made most of these absolute, where it may write to the section. */
        ElfW(Addr) at = dynamic->d_un.d_ptr;
        if (at < object->base)
            at += object->base;
        if (dynamic->d_tag == DT_SYMTAB)
            object->symbols = (const ElfW(Sym) *)at;
        if (dynamic->d_tag == DT_STRTAB)
            object->strings = (const char *)at;
        if (dynamic->d_tag == DT_STRSZ)
            object->strings_size = dynamic->d_un.d_val;
        if (dynamic->d_tag == DT_VERSYM)
            object->versions = (const ElfW(Half) *)at;
        if (dynamic->d_tag == DT_GNU_HASH)
            object->gnu_hash = (const uint32_t *)at;
        if (dynamic->d_tag == DT_HASH)
            object->hash = (const uint32_t *)at;
    }
    if (object->gnu_hash && object->gnu_hash[HASH_BUCKETS] == 0)
        object->gnu_hash = NULL;
    return object->symbols && object->strings && (object->gnu_hash || object->hash);
}

bool elf_object_from(struct elf_object *object, const struct dl_phdr_info *info)
{
    const ElfW(Dyn) *dynamic = NULL;
    *object = (struct elf_object){.base = info->dlpi_addr, .tls = info->dlpi_tls_data};
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        if (p->p_type == PT_DYNAMIC)
            dynamic = (const ElfW(Dyn) *)(info->dlpi_addr + p->p_vaddr);
        if (p->p_type == PT_TLS)
            object->tls_size = p->p_memsz;
    }
    return read_dynamic(object, dynamic);
}

bool elf_object_from_map(struct elf_object *object, const struct link_map *map)
{
    *object = (struct elf_object){.base = map->l_addr};
    return read_dynamic(object, map->l_ld);
}

static uint32_t hash_of(const char *name)
{
    uint32_t h = 5381;
    for (; *name; name++)
        h = h * 33 + (unsigned char)*name;
    return h;
}

bool elf_is_default(const struct elf_object *o, size_t i)
{
    return o->symbols[i].st_shndx != SHN_UNDEF &&
           !(o->versions && (o->versions[i] & VERSION_HIDDEN));
}

static const uint32_t *buckets_of(const struct elf_object *o)
{
    const uint32_t *table = o->gnu_hash;
    const ElfW(Addr) *bloom = (const ElfW(Addr) *)(table + HASH_HEADER);
    return (const uint32_t *)(bloom + table[HASH_BLOOM_WORDS]);
}

static bool is_definition(const struct elf_object *o, size_t i, const char *name)
{
    return o->symbols[i].st_shndx != SHN_UNDEF && equal(o->strings + o->symbols[i].st_name, name);
}

size_t elf_next(const struct elf_object *o, const char *name, size_t after)
{
    if (!o->gnu_hash) {
        for (size_t i = after + 1; i < o->hash[OLD_HASH_SYMBOLS]; i++)
            if (is_definition(o, i, name))
                return i;
        return 0;
    }
    const uint32_t *table = o->gnu_hash, hash = hash_of(name);
    const uint32_t *buckets = buckets_of(o), *chain = buckets + table[HASH_BUCKETS];
    size_t i = after + 1;
    if (!after)
        i = buckets[hash % table[HASH_BUCKETS]];
    else if (chain[after - table[HASH_FIRST]] & 1)
        return 0;
    if (i < table[HASH_FIRST])
        return 0;
    for (;; i++) {
        uint32_t entry = chain[i - table[HASH_FIRST]];
        /* Bit 0 marks the end of the chain. */
        if ((entry | 1) == (hash | 1) && is_definition(o, i, name))
            return i;
        if (entry & 1)
            return 0;
    }
}

const ElfW(Sym) * elf_find_symbol(const struct elf_object *o, const char *name)
{
    size_t i = 0;
    do
        i = elf_next(o, name, i);
    while (i && !elf_is_default(o, i));
    return i ? &o->symbols[i] : NULL;
}

void *elf_find(const struct elf_object *o, const char *name)
{
    const ElfW(Sym) *s = elf_find_symbol(o, name);
    if (!s)
        return NULL;
    if (ELF32_ST_TYPE(s->st_info) == STT_TLS)
        return o->tls ? o->tls + s->st_value : NULL;
    return (void *)(o->base + s->st_value);
}

size_t elf_symbols_first(const struct elf_object *o)
{
    return o->gnu_hash ? o->gnu_hash[HASH_FIRST] : 1;
}

size_t elf_symbols_end(const struct elf_object *o)
{
    if (!o->gnu_hash)
        return o->hash[OLD_HASH_SYMBOLS];
    const uint32_t *table = o->gnu_hash, *buckets = buckets_of(o);
    const uint32_t *chain = buckets + table[HASH_BUCKETS];
    size_t last = 0;
    for (uint32_t b = 0; b < table[HASH_BUCKETS]; b++)
        if (buckets[b] > last)
            last = buckets[b];
    if (last < table[HASH_FIRST])
        return table[HASH_FIRST];
    while (!(chain[last - table[HASH_FIRST]] & 1))
        last++;
    return last + 1;
}
