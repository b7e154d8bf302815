/* SPDX-License-Identifier: MIT */
/*
 * elf_damage FILE...: what pthin-run reads of ELF files (tools/pthin-run/elf.h), of these files and of
 * many that are damaged: cut off, or with other bytes in their headers, dynamic sections and tables.
 * Built with sanitizers, which end the program if anything is read that is not there.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "elf.h"

#define NAMES_MOST 4096 /* as many entries of a dynamic section are looked at */
#define ROUNDS     20000

static int fd;
static unsigned char *original;
static size_t size;
static uint64_t seed = 1;

static void fail(const char *what)
{
    fprintf(stderr, "failed: %s\n", what);
    exit(1);
}

static uint32_t number(uint32_t below)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(seed >> 33) % below;
}

/* Everything that can be asked of a file. */
static void ask(void)
{
    struct file file;
    struct elf_needed at = {0};
    char text[4096];
    int names = 0;
    elf_begin(&file, fd);
    if (file.kind != KIND_ELF)
        return;
    elf_interpreter(&file, text, sizeof text);
    if (!memchr(text, '\0', sizeof text))
        fail("a loader's name that does not end");
    while (elf_needed(&file, &at, text, 256))
        names++;
    if (names > NAMES_MOST)
        fail("more names than a dynamic section may have");
    elf_exports(&file, "_Fork");
    elf_exports(&file, "pthread_create");
}

static void put(size_t offset, const void *bytes, size_t n)
{
    if (pwrite(fd, bytes, n, (off_t)offset) != (ssize_t)n)
        fail("pwrite");
}

static void damage_byte(size_t offset)
{
    static const unsigned char masks[] = {0x01, 0x10, 0x80, 0xff};
    if (offset >= size)
        return;
    for (size_t i = 0; i < sizeof masks; i++) {
        unsigned char byte = original[offset] ^ masks[i];
        put(offset, &byte, 1);
        ask();
    }
    put(offset, &original[offset], 1);
}

/* Where the bytes are that are looked at: the segment of this type. */
static size_t segment_offset(uint32_t type)
{
    struct file file;
    ElfPhdr s;
    elf_begin(&file, fd);
    for (size_t i = 0; elf_segment(&file, i, &s); i++)
        if (s.p_type == type)
            return s.p_offset;
    return 0;
}

/* Several words at once, near each other: numbers that are small, huge, or just above the size. */
static void damage_words(size_t around)
{
    const uint32_t values[] = {0, 1, 0xffffffff, 0x7fffffff, (uint32_t)size, (uint32_t)size - 1};
    size_t changed[4];
    for (int i = 0; i < 4; i++) {
        changed[i] = (around + number(700)) & ~(size_t)3;
        if (changed[i] + 4 > size)
            changed[i] = 0x20;
        put(changed[i], &values[number(6)], 4);
    }
    ask();
    for (int i = 0; i < 4; i++)
        put(changed[i], original + changed[i], 4);
}

static void look_whole(const char *path)
{
    struct file file;
    struct elf_needed at = {0};
    char name[256];
    elf_begin(&file, fd);
    if (file.kind != KIND_ELF)
        fail("not taken for ELF");
    if (elf_exports(&file, "pthread_create") != !!strstr(path, "libpthin"))
        fail("pthread_create is not found where it is, or found where it is not");
    if (!elf_needed(&file, &at, name, sizeof name) || !strstr(name, ".so"))
        fail("no needed library is found");
}

static void try_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    struct stat status;
    if (!in || fstat(fileno(in), &status) != 0)
        fail("cannot open the file");
    size = (size_t)status.st_size;
    original = malloc(size);
    if (!original || fread(original, 1, size, in) != size)
        fail("cannot read the file");
    fclose(in);
    fd = memfd_create("damaged", 0);
    put(0, original, size);
    look_whole(path);

    for (size_t offset = 0; offset < HEAD_SIZE + 100; offset++)
        damage_byte(offset);
    const size_t dynamic = segment_offset(PT_DYNAMIC);
    for (size_t offset = dynamic; offset < dynamic + 700; offset++)
        damage_byte(offset);
    for (int i = 0; i < ROUNDS; i++)
        damage_words(i % 3 == 0 ? 0 : i % 3 == 1 ? dynamic : number((uint32_t)size));

    for (size_t length = size; length > 0; length -= length > 2000 ? length / 100 : 1) {
        if (ftruncate(fd, (off_t)length) != 0)
            fail("ftruncate");
        ask();
    }
    close(fd);
    free(original);
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        try_file(argv[i]);
    return 0;
}
