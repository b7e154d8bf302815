/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_GLIBC_REDIRECT_H
#define PTHIN_GLIBC_REDIRECT_H

struct glibc_functions;

/* glibc's own, for somebody who looks up functions, which then find us (host/dynamic/redirect.h). */
const struct glibc_functions *redirected_functions(void);

#endif
