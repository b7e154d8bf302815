/* SPDX-License-Identifier: MIT */
/* What musl does in all threads of the ring, by a signal to each: it must not find one that has not been
   cloned yet. */
#include <grp.h>
#include <unistd.h>

#include "core/base.h"
#include "load.h"
#include "own.h"

#define IN_ALL_THREADS(function, parameters, arguments)                                            \
    PTHIN_EXPORT int function parameters                                                           \
    {                                                                                              \
        uint32_t number = creators_stop();                                                         \
        int result = musl_own()->function arguments;                                               \
        creators_go(number);                                                                       \
        return result;                                                                             \
    }

/* In no header. */
int membarrier(int command, int flags);

IN_ALL_THREADS(setuid, (uid_t u), (u))
IN_ALL_THREADS(seteuid, (uid_t u), (u))
IN_ALL_THREADS(setreuid, (uid_t r, uid_t e), (r, e))
IN_ALL_THREADS(setresuid, (uid_t r, uid_t e, uid_t s), (r, e, s))
IN_ALL_THREADS(setgid, (gid_t g), (g))
IN_ALL_THREADS(setegid, (gid_t g), (g))
IN_ALL_THREADS(setregid, (gid_t r, gid_t e), (r, e))
IN_ALL_THREADS(setresgid, (gid_t r, gid_t e, gid_t s), (r, e, s))
IN_ALL_THREADS(setgroups, (size_t n, const gid_t *list), (n, list))
IN_ALL_THREADS(initgroups, (const char *user, gid_t g), (user, g))
IN_ALL_THREADS(membarrier, (int command, int flags), (command, flags))
