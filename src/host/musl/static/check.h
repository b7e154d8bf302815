/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_CHECK_H
#define PTHIN_HOST_MUSL_CHECK_H

/* Ends the program unless musl is laid out as in layout.h. */
void musl_check(void);

#endif
