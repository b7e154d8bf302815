/* SPDX-License-Identifier: MIT */
/*
 * The stack of the initial thread: mapped by the kernel, growing downwards until the soft limit
 * or a neighbouring mapping is met. /proc/self/maps tells where it ends and what is below.
 *
 * Without a limit the kernel leaves most of the addresses free for it: on x86_64 more than 100 TB, as
 * soon as neither the program nor its heap lie in between. All of it is the stack's, and what is told
 * must hold as deep as the stack may ever be, for collectors look for pointers in it. But it cannot be
 * deeper than there is memory, and programs reckon with the size.
 */
#include <asm/errno.h>
#include <asm/unistd.h>
#include <linux/fcntl.h>

#include "arch/arch.h"
#include "host/host.h"

/* More than any machine has memory for: 64 TiB, all that page tables of four levels can name on x86_64. */
#define MOST ((uint64_t)1 << 46)

/* A line at a time through a small buffer; no libc, no allocation. */
struct reader {
    long fd;
    size_t at, filled;
    char buffer[1024];
};

static int next_char(struct reader *r)
{
    if (r->at == r->filled) {
        long n = arch_syscall3(__NR_read, r->fd, (long)r->buffer, sizeof r->buffer);
        if (n == -EINTR)
            return next_char(r);
        if (n <= 0)
            return -1;
        r->at = 0;
        r->filled = (size_t)n;
    }
    return (unsigned char)r->buffer[r->at++];
}

/* Hexadecimal digits up to the character after them, which is returned in *end. */
static uintptr_t read_hex(struct reader *r, int *end)
{
    uintptr_t value = 0;
    for (;;) {
        int c = next_char(r);
        if (c >= '0' && c <= '9')
            value = value * 16 + (uintptr_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            value = value * 16 + (uintptr_t)(c - 'a' + 10);
        else {
            *end = c;
            return value;
        }
    }
}

/* The mapping that contains address, and the end of the one below it. 0, or an errno value. */
static int find_mapping(uintptr_t address, uintptr_t *end, uintptr_t *below)
{
    struct reader r = {0};
    int err = ENOENT;
    r.fd = arch_syscall4(__NR_openat, AT_FDCWD, (long)"/proc/self/maps", O_RDONLY | O_CLOEXEC, 0);
    if (r.fd < 0)
        return (int)-r.fd;
    *below = 0;
    for (int c = 0; c >= 0 && err;) {
        uintptr_t from = read_hex(&r, &c);
        if (c != '-')
            break;
        uintptr_t to = read_hex(&r, &c);
        if (from <= address && address < to) {
            *end = to;
            err = 0;
        } else {
            *below = to;
        }
        while (c >= 0 && c != '\n')
            c = next_char(&r);
    }
    arch_syscall1(__NR_close, r.fd);
    return err;
}

int thread_initial_stack(struct stack *stack)
{
    size_t page = host_page_size();
    uint64_t limit = sys_stack_limit();
    /* The kernel put these random bytes near the top, above the first frame. */
    uintptr_t inside = host_auxval(25 /* AT_RANDOM */), end, below;
    if (!inside)
        return ENOENT;
    int err = find_mapping(inside, &end, &below);
    if (err) {
        /* Without /proc, or a descriptor to read it, and without a limit nothing can be told. */
        if (limit > SIZE_MAX / 2)
            return err;
        /* At least what the kernel has put above the bytes is not counted. */
        end = round_up(inside + 1, page);
        below = 0;
    }
    if (limit > MOST)
        limit = MOST;
    size_t size = end - below;
    if (limit < size)
        size = (size_t)limit;
    size = round_down(size, page);
    *stack = (struct stack){.low = (char *)(end - size), .size = size};
    return 0;
}
