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
    LOAD_WORD = 0x20,    /* of struct seccomp_data; the number is its first */
    AT_LEAST = 0x35,     /* jumps */
    RETURN = 0x06,       /* ends the filter */
    ALLOW = 0x7fff0000,  /* SECCOMP_RET_ALLOW */
    REFUSE = 0x00050000, /* SECCOMP_RET_ERRNO */
};

/* Those with the numbers first to last, for the caller and what it creates from now on. Where the
 * kernel has no filters the test ends as skipped. */
static inline void refuse_system_calls(unsigned first, unsigned last, unsigned error)
{
    const struct instruction filter[] = {
        {LOAD_WORD, 0, 0, 0},           {AT_LEAST, 0, 2, first}, {AT_LEAST, 1, 0, last + 1},
        {RETURN, 0, 0, REFUSE | error}, {RETURN, 0, 0, ALLOW},
    };
    struct {
        unsigned short length;
        const struct instruction *first;
    } program = {sizeof filter / sizeof filter[0], filter};

    CHECK_EQ(test_syscall(TEST_NR_prctl, 38 /* PR_SET_NO_NEW_PRIVS */, 1, 0, 0, 0, 0), 0);
    if (TEST_SYS3(prctl, 22 /* PR_SET_SECCOMP */, 2 /* SECCOMP_MODE_FILTER */, &program) != 0)
        TEST_SKIP("this kernel has no filters of system calls");
}

#endif
