/* SPDX-License-Identifier: MIT */
/* <stdint.h> with no libc: the compiler's own. gcc's stdint.h hands over to the libc's in a
 * hosted compile, and keeps the complete one under another name. */
#ifndef _PTHIN_STDINT_H
#define _PTHIN_STDINT_H 1
#pragma GCC system_header

#if defined __clang__ || !__STDC_HOSTED__
#    include_next <stdint.h>
#else
#    include <stdint-gcc.h>
#endif

#endif
