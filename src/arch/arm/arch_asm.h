/* SPDX-License-Identifier: MIT */
/* arm: see ../asm.h. Nothing marks the target of an indirect call. ARM code, not Thumb: the program
   counter in a signal's context then is what the labels say. */
#define ARCH_LANDING

/* clang-format off */
    .syntax unified
    .arch   armv7-a
    .arm
