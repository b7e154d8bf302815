/* SPDX-License-Identifier: MIT */
/* pthin_thread_tls_address: where the program's thread-local data lies, in each thread. */
#include <pthin/program.h>
#include <pthin/thread.h>

#include "test.h"

/* A program header, as far as it is needed. */
struct phdr {
    unsigned type;
#if __SIZEOF_POINTER__ == 8
    unsigned flags;
#endif
    unsigned long offset, vaddr, paddr, filesz, memsz, rest[__SIZEOF_POINTER__ == 8 ? 1 : 2];
};

#define PT_TLS 7

static _Thread_local char initialised[100] __attribute__((aligned(64))) = "from the program's file";
static _Thread_local char zero[100];

static ptrdiff_t check(void)
{
    char *begin = pthin_thread_tls_address(1, 0);

    CHECK_EQ(pthin_thread_tls_address(1, 77), begin + 77);
    /* Keeps both from being optimised away. */
    CHECK_EQ(LAUNDER(&zero[0])[9], 0);
    return LAUNDER(&initialised[0]) - begin;
}

static void *routine(void *arg)
{
    CHECK_EQ(check(), *(ptrdiff_t *)arg);
    return NULL;
}

int main(void)
{
    const struct phdr *phdr = (const struct phdr *)pthin_getauxval(PTHIN_AT_PHDR);
    size_t size = 0;
    ptrdiff_t distance = check();

    CHECK_EQ(pthin_getauxval(PTHIN_AT_PHENT), sizeof *phdr);
    for (size_t i = 0; i < pthin_getauxval(PTHIN_AT_PHNUM); i++)
        if (phdr[i].type == PT_TLS)
            size = phdr[i].memsz;
    CHECK(distance >= 0 && (size_t)distance + sizeof initialised <= size);
    test_finish(test_start(routine, &distance));
#ifdef __PTHIN_NO_LIBC
    CHECK_EQ(pthin_thread_tls_address(2, 0), 0);
#endif
    return 0;
}
