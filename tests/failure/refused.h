/* SPDX-License-Identifier: MIT */
/*
 * For the programs that do all that a thread library must do, where it may be refused something.
 * Their arguments:
 *
 *   refused        somebody else has seen to it (sandboxed.c)
 *   openat ERROR   the program has openat refused, with EPERM, ENOSYS or EINVAL: not before it was
 *                  loaded, as the loader opens files
 */
#ifndef REFUSED_H
#define REFUSED_H

#include "filter.h"

/* A call is refused that may be needed for more than what every thread does: functions that ask the
   kernel for something may say that they could not. */
static int refused;

static inline void refused_begin(int argc, char **argv)
{
    refused = argc > 1;
    if (argc < 3 || !test_same(argv[1], "openat"))
        return;
    refuse_system_calls(TEST_NR_openat, TEST_NR_openat,
                        test_same(argv[2], "EPERM")    ? EPERM
                        : test_same(argv[2], "ENOSYS") ? ENOSYS
                                                       : EINVAL);
}

/* No error, or one where something is refused. */
#define CHECK_ASKED(call)                                                                          \
    do {                                                                                           \
        int asked_ = (call);                                                                       \
        if (!refused)                                                                              \
            CHECK_EQ(asked_, 0);                                                                   \
        CHECK(asked_ >= 0);                                                                        \
    } while (0)

#endif
