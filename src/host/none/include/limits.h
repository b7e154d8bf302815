/* SPDX-License-Identifier: MIT */
/* <limits.h> with no libc: the compiler's own, and the limits of threads. */
#ifndef _PTHIN_LIMITS_H
#define _PTHIN_LIMITS_H 1
#pragma GCC system_header

/* gcc's limits.h takes this to mean that the libc's has been read, and looks for no other. */
#define _LIBC_LIMITS_H_ 1
#include_next <limits.h>

#include <pthin/bits/limits.h>

#endif
