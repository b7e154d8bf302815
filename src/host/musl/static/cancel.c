/* SPDX-License-Identifier: MIT */
/* Every blocking call of musl's goes through one function, which makes them cancellable. */
#include "core/cancel.h"
#include "musl.h"

long __syscall_cp(long nr, long a, long b, long c, long d, long e, long f)
{
    return cancel_syscall(nr, a, b, c, d, e, f);
}
