/* SPDX-License-Identifier: MIT */
/*
 * Lock words of 64 bits, whose parts change together. A futex has 32: threads sleep on the lower
 * half, which has to change with every step that lets one of them in. Only the kernel looks at that
 * half apart from the other, or a lock that says so.
 */
#ifndef PTHIN_CORE_WORD64_H
#define PTHIN_CORE_WORD64_H

#include "base.h"

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the lower half comes first");

/* Such a word is a multiple of its size away from 0, or a processor cannot change it as one. Where
   the public type, to which object points, is aligned to less, up to 4 bytes in front of the word stay
   unused. */
#define WORD64_ALIGN 8

#define word64_align(object)                                                                       \
    (_Alignof(__typeof__(*(object))) >= WORD64_ALIGN                                               \
         ? (uintptr_t)(object)                                                                     \
         : round_up((uintptr_t)(object), WORD64_ALIGN))

static inline _Atomic uint32_t *word64_futex(_Atomic uint64_t *word)
{
    return (_Atomic uint32_t *)word;
}

#endif
