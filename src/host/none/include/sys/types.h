/* SPDX-License-Identifier: MIT */
/* <sys/types.h> with no libc. */
#ifndef _SYS_TYPES_H
#define _SYS_TYPES_H 1
#pragma GCC system_header

#include <pthin/bits/types.h>

#endif
