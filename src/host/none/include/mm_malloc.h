/* SPDX-License-Identifier: MIT */
/* The compilers' headers of vector instructions include this one for _mm_malloc, on top of malloc.
 * With no libc there is neither; empty, it leaves the instructions usable. */
