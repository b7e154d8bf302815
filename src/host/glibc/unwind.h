/* SPDX-License-Identifier: MIT */
/* Unwinding: the buffers on glibc's list of places to stop at, and what it takes of libgcc_s. */
#ifndef PTHIN_GLIBC_UNWIND_H
#define PTHIN_GLIBC_UNWIND_H

#include <setjmp.h>

/* What glibc's unwinder jumps to, once the frames above are left or it finds no way through them:
   the registers as __sigsetjmp stores them, the word that says whether a signal mask follows (never
   here), four words of glibc's own. */
struct unwind_buffer {
    struct {
        __jmp_buf registers;
        int mask_saved;
    } jump;
    void *glibc[4];
} __attribute__((aligned));

/* __sigsetjmp, declared for what it touches when no mask is saved. */
extern int buffer_set(void *jump, int save_mask) __asm__("__sigsetjmp")
    __attribute__((returns_twice, nothrow));

/* As this library is loaded: what is there already. */
void unwind_find(void);

/* Before a thread is to be unwound: it may be in the middle of what must not be entered again, the
   loader's locks above all. */
void unwind_prepare(void);

#endif
