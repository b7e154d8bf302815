/* SPDX-License-Identifier: MIT */
/* A filter that makes the kernel refuse some system calls, as an old one or a sandbox would. */
#ifndef FILTER_H
#define FILTER_H

#include "test.h"

/* linux/seccomp.h and linux/filter.h, which a program with no libc does not find. */
struct instruction {
    uint16_t code;
    uint8_t jump_true, jump_false;
    uint32_t value;
};

enum {
    LOAD_WORD = 0x20, /* of struct seccomp_data; the number is its first */
    AND = 0x54,       /* what was loaded */
    EQUAL = 0x15,     /* jumps */
    AT_LEAST = 0x35,
    RETURN = 0x06,       /* ends the filter */
    ALLOW = 0x7fff0000,  /* SECCOMP_RET_ALLOW */
    REFUSE = 0x00050000, /* SECCOMP_RET_ERRNO */
};

static inline void install_filter(const struct instruction *filter, unsigned short length)
{
    const struct {
        unsigned short length;
        const struct instruction *first;
    } program = {length, filter};

    CHECK_EQ(test_syscall(TEST_NR_prctl, 38 /* PR_SET_NO_NEW_PRIVS */, 1, 0, 0, 0, 0), 0);
    if (TEST_SYS3(prctl, 22 /* PR_SET_SECCOMP */, 2 /* SECCOMP_MODE_FILTER */, &program) != 0)
        TEST_SKIP("this kernel has no filters of system calls");
}

/* Those with the numbers first to last, for the caller and what it creates from now on. Where the
 * kernel has no filters the test ends as skipped. */
static inline void refuse_system_calls(unsigned first, unsigned last, unsigned error)
{
    const struct instruction filter[] = {
        {LOAD_WORD, 0, 0, 0},           {AT_LEAST, 0, 2, first}, {AT_LEAST, 1, 0, last + 1},
        {RETURN, 0, 0, REFUSE | error}, {RETURN, 0, 0, ALLOW},
    };

    install_filter(filter, sizeof filter / sizeof filter[0]);
}

/* The futex operations from first to last, in the same way. */
static inline void refuse_futex_operations(unsigned first, unsigned last, unsigned error)
{
    enum { OPERATION = 24, WITHOUT_FLAGS = 0x7f };
    const struct instruction filter[] = {
        {LOAD_WORD, 0, 0, 0},
        {EQUAL, 1, 0, TEST_NR_futex},
        {EQUAL, 0, 5, TEST_NR_futex_old},
        {LOAD_WORD, 0, 0, OPERATION},
        {AND, 0, 0, WITHOUT_FLAGS},
        {AT_LEAST, 0, 2, first},
        {AT_LEAST, 1, 0, last + 1},
        {RETURN, 0, 0, REFUSE | error},
        {RETURN, 0, 0, ALLOW},
    };

    install_filter(filter, sizeof filter / sizeof filter[0]);
}

#endif
