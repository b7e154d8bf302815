/* SPDX-License-Identifier: MIT */
/* Between the files of the self-check. */
#ifndef PTHIN_HOST_MUSL_CALIBRATE_H
#define PTHIN_HOST_MUSL_CALIBRATE_H

#include "musl.h"

/* Looks at the calling thread, which musl has just made for the thread creator. NULL, or what is not as
   expected. */
const char *look_at_thread(const struct musl_thread *creator);

/* libc.so's variables as they are now, into memory of that size (musl_segment). */
void search_begin(uint32_t *before);
/* The one word that was 0 then and has this value now. NULL: there is none, or several. (Words that had it
   before are others: the value of a thread's tid may be any number's.) */
_Atomic uint32_t *search_new(const uint32_t *before, uint32_t value);

#endif
