/* SPDX-License-Identifier: MIT */
/* Reading ELF files: bytes, segments, addresses. */
#include "elf.h"

#include <string.h>

#include "system.h"

/* The kernel takes no more program headers than fit into this many bytes. */
#define SEGMENTS_SIZE 65536

/* Made by the linker: the ELF header of this program itself. What runs it is what it starts. */
extern const ElfEhdr __ehdr_start __attribute__((visibility("hidden")));

static enum file_kind elf_kind(struct file *file)
{
    const unsigned char *own = __ehdr_start.e_ident;
    ElfEhdr *h = &file->header;
    /* The machine's number is in the same place in files of either class. */
    if (file->head_size < offsetof(ElfEhdr, e_machine) + sizeof h->e_machine)
        return KIND_DAMAGED;
    memset(h, 0, sizeof *h);
    memcpy(h, file->head, file->head_size < sizeof *h ? file->head_size : sizeof *h);
    if (h->e_ident[EI_CLASS] != own[EI_CLASS] || h->e_ident[EI_DATA] != own[EI_DATA] ||
        h->e_machine != __ehdr_start.e_machine)
        return KIND_FOREIGN;
    /* The kernel accepts no others either. */
    if (file->head_size < sizeof *h || h->e_phentsize != sizeof(ElfPhdr) || h->e_phnum == 0 ||
        h->e_phnum > SEGMENTS_SIZE / sizeof(ElfPhdr))
        return KIND_DAMAGED;
    return KIND_ELF;
}

void elf_begin(struct file *file, int fd)
{
    long n = file_read_at(fd, 0, file->head, sizeof file->head);
    file->fd = fd;
    file->head_size = n > 0 ? (size_t)n : 0;
    file->window_at = 0;
    file->window_size = 0;
    file->kind = KIND_OTHER;
    if (file->head_size >= 2 && memcmp(file->head, "#!", 2) == 0)
        file->kind = KIND_SCRIPT;
    else if (file->head_size >= SELFMAG && memcmp(file->head, ELFMAG, SELFMAG) == 0)
        file->kind = elf_kind(file);
}

/* Is [offset, offset + size) in [begin, begin + length)? */
static bool within(uint64_t offset, size_t size, uint64_t begin, size_t length)
{
    return offset >= begin && offset - begin <= length && size <= length - (offset - begin);
}

bool elf_read(struct file *file, uint64_t offset, void *to, size_t size)
{
    if (within(offset, size, 0, file->head_size)) {
        memcpy(to, file->head + offset, size);
        return true;
    }
    if (!within(offset, size, file->window_at, file->window_size)) {
        long n = file_read_at(file->fd, offset, file->window, sizeof file->window);
        file->window_at = offset;
        file->window_size = n > 0 ? (size_t)n : 0;
    }
    if (!within(offset, size, file->window_at, file->window_size))
        return false;
    memcpy(to, file->window + (offset - file->window_at), size);
    return true;
}

bool elf_string(struct file *file, uint64_t offset, char *to, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (offset + i < offset || !elf_read(file, offset + i, &to[i], 1))
            return false;
        if (!to[i])
            return true;
    }
    return false;
}

size_t elf_segments(const struct file *file)
{
    return file->header.e_phnum;
}

bool elf_segment(struct file *file, size_t i, ElfPhdr *segment)
{
    uint64_t offset = file->header.e_phoff;
    if (i >= elf_segments(file) || offset + i * sizeof *segment < offset)
        return false;
    return elf_read(file, offset + i * sizeof *segment, segment, sizeof *segment);
}

bool elf_offset(struct file *file, uint64_t address, uint64_t *offset)
{
    ElfPhdr s;
    for (size_t i = 0; elf_segment(file, i, &s); i++) {
        if (s.p_type == PT_LOAD && address >= s.p_vaddr && address - s.p_vaddr < s.p_filesz) {
            *offset = s.p_offset + (address - s.p_vaddr);
            return *offset >= s.p_offset;
        }
    }
    return false;
}
