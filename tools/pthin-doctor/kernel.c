/* SPDX-License-Identifier: MIT */
#include "kernel.h"

#include <asm/errno.h>
#include <asm/unistd.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <linux/utsname.h>

#include "arch/arch.h"
#include "core/text.h"
#include "pthin-run/system.h"

#ifndef FUTEX_LOCK_PI2
#    define FUTEX_LOCK_PI2 13 /* headers before Linux 5.14 */
#endif
#define ADVICE_GUARD_INSTALL 102        /* Linux 6.13 */
#define ADVICE_NONE          0x7ffffffe /* that no kernel knows */

#define PAGE_MOST 65536
#define CPUS_MOST 8192
#define WORD_BITS (8 * sizeof(unsigned long))

bool kernel_robust_lists(void)
{
    /* The empty list of this process, which takes no locks. */
    static struct robust_list_head head;
    head.list.next = &head.list;
    return arch_syscall2(__NR_set_robust_list, (long)&head, sizeof head) == 0;
}

bool kernel_guards(void)
{
    /* The middle page has nothing of the file: it is memory as a stack is. */
    static char pages[3 * PAGE_MOST] __attribute__((aligned(PAGE_MOST)));
    long page = (long)(pages + PAGE_MOST);
    /* As in core/stack.c: an emulator may take every advice. */
    return arch_syscall3(__NR_madvise, page, PAGE_MOST, ADVICE_NONE) != 0 &&
           arch_syscall3(__NR_madvise, page, PAGE_MOST, ADVICE_GUARD_INSTALL) == 0;
}

bool kernel_membarrier(void)
{
    long known = arch_syscall2(__NR_membarrier, MEMBARRIER_CMD_QUERY, 0);
    return known > 0 && (known & MEMBARRIER_CMD_PRIVATE_EXPEDITED);
}

bool kernel_lock_pi2(void)
{
    static unsigned word; /* nobody has it: the lock is taken at once */
    return arch_syscall4(__NR_futex, (long)&word, FUTEX_LOCK_PI2 | FUTEX_PRIVATE_FLAG, 0, 0) == 0;
}

bool kernel_rseq(void)
{
    /* No area is of this size: who knows the call says EINVAL. */
    return arch_syscall4(__NR_rseq, 0, 0, 0, 0) != -ENOSYS;
}

const char *limit_text(enum limit limit, struct room *room)
{
    uint64_t values[2];
    if (arch_syscall4(__NR_prlimit64, 0, limit, 0, (long)values) != 0)
        return "unknown";
    if (values[0] == UINT64_MAX)
        return "unlimited";
    char *p = room_look(room, TEXT_DIGITS_MOST + sizeof " KiB");
    if (limit == LIMIT_THREADS)
        return room_take(room, text_append_number(p, (unsigned long)values[0], 10));
    p = text_append_number(p, (unsigned long)(values[0] >> 10), 10);
    return room_take(room, text_append(p, " KiB"));
}

const char *file_line(const char *path, struct room *room)
{
    enum { SIZE = 64 };
    char *p = room_look(room, SIZE);
    long fd = file_open(path), size = 0;
    if (fd >= 0) {
        size = file_read_at((int)fd, 0, p, SIZE - 1);
        file_close((int)fd);
    }
    if (size <= 0)
        return "unknown";
    char *end = p;
    while (end < p + size && *end != '\n')
        end++;
    return room_take(room, end);
}

static unsigned long cpus(void)
{
    static unsigned long set[CPUS_MOST / WORD_BITS];
    unsigned long n = 0;
    long size = arch_syscall3(__NR_sched_getaffinity, 0, sizeof set, (long)set);
    for (size_t i = 0; size > 0 && i < (size_t)size / sizeof *set; i++)
        for (unsigned long word = set[i]; word; word &= word - 1)
            n++;
    return n;
}

const char *system_text(struct room *room)
{
    struct new_utsname name;
    if (arch_syscall1(__NR_uname, (long)&name) != 0)
        return "on an unknown kernel";
    char number[TEXT_DIGITS_MOST + 1];
    *text_append_number(number, cpus(), 10) = '\0';
    return room_join(room, name.sysname, " ", name.release, " on ", name.machine, ", ", number,
                     " CPUs for this process", NULL);
}
