/* SPDX-License-Identifier: MIT */
/* Finding out which of libc.so's variables is which, by what happens to them. */
#include "calibrate.h"

#include "reach.h"

static size_t segment_words(void)
{
    return (musl_segment.to - musl_segment.from) / sizeof(uint32_t);
}

static uint32_t word_of(size_t i)
{
    _Atomic uint32_t *segment = (_Atomic uint32_t *)musl_segment.from;
    return atomic_load_explicit(&segment[i], memory_order_relaxed);
}

/* The i-th word, unless another has been found before it: then the search has failed. */
static bool is_found(_Atomic uint32_t **found, size_t i)
{
    if (*found)
        return false;
    *found = (_Atomic uint32_t *)musl_segment.from + i;
    return true;
}

void search_begin(uint32_t *before)
{
    for (size_t i = 0; i < segment_words(); i++)
        before[i] = word_of(i);
}

_Atomic uint32_t *search_new(const uint32_t *before, uint32_t value)
{
    _Atomic uint32_t *found = NULL;
    for (size_t i = 0; i < segment_words(); i++)
        if (before[i] == 0 && word_of(i) == value && !is_found(&found, i))
            return NULL;
    return found;
}
