/* SPDX-License-Identifier: MIT */
/*
 * strace counts calls to know which one to let fail, in each thread apart. So the initial thread
 * makes some that do nothing: before the marker, so that its numbers are above all other threads';
 * and at the end, for a failure that is still due to hit one of these.
 */
#ifndef BURN_H
#define BURN_H

#include "test.h"

static inline void burn(int times)
{
    char *unaligned = (char *)1;

    for (int i = 0; i < times; i++) {
        TEST_SYS2(mmap, 0, 0);
        TEST_SYS3(mprotect, unaligned, 1, 0);
        TEST_SYS3(madvise, unaligned, 1, 0);
        TEST_SYS1(clone, 0x800 /* CLONE_SIGHAND without CLONE_VM */);
        TEST_SYS2(clone3, 0, 0);
    }
}

#endif
