/* SPDX-License-Identifier: MIT */
/* How a function is declared where there is no libc. */
#ifndef _PTHIN_BITS_DECLARE_H
#define _PTHIN_BITS_DECLARE_H 1
#pragma GCC system_header

#define __PTHIN_NO_LIBC 1

#define __PTHIN_NOTHROW            __attribute__((__nothrow__))
#define __PTHIN_NOTHROW_AS(symbol) __asm__(symbol) __PTHIN_NOTHROW

/* time_t has always had 64 bits here, so no function has a second name. */
#define __PTHIN_TIMED(function)
#define __PTHIN_TIMED_NOTHROW(function) __PTHIN_NOTHROW
#define __PTHIN_CLOCKED(function)
#define __PTHIN_CLOCKED_NOTHROW(function) __PTHIN_NOTHROW

#endif
