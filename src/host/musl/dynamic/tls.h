/* SPDX-License-Identifier: MIT */
#ifndef PTHIN_HOST_MUSL_DYNAMIC_TLS_H
#define PTHIN_HOST_MUSL_DYNAMIC_TLS_H

#include "musl.h"

/* Where a module's data lies in a thread that was made after the module was loaded. */
static inline char *musl_tls_data(const struct musl_thread *m, const struct musl_tls_module *module)
{
    uintptr_t tp = (uintptr_t)(m + ARCH_TLS_ABOVE_TP);
    return (char *)(ARCH_TLS_ABOVE_TP ? tp + module->offset : tp - module->offset);
}

/* Whether a thread that musl has just made is laid out as musl_copy_tls does. */
bool musl_tls_fits(const struct musl_thread *m);

#endif
