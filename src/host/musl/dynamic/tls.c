/* SPDX-License-Identifier: MIT */
/*
 * The TLS of a new thread, laid out as libc.so's own code does. Beside the data of the modules and
 * struct musl_thread an area holds the DTV, at its far end: the number of modules, then the address
 * of each module's data.
 */
#include "musl.h"
#include "tls.h"

struct musl_thread *musl_copy_tls(unsigned char *area)
{
    const struct musl_process *l = musl_libc;
    uintptr_t low = (uintptr_t)area, high = low + l->tls_size, align = l->tls_align;
    uintptr_t *dtv;
    struct musl_thread *m;
    if (ARCH_TLS_ABOVE_TP) {
        dtv = (uintptr_t *)high - (l->tls_count + 1);
        m = (struct musl_thread *)(round_up(low + sizeof *m, align) - sizeof *m);
    } else {
        dtv = (uintptr_t *)low;
        m = (struct musl_thread *)round_down(high - sizeof *m, align);
    }
    size_t i = 1;
    for (const struct musl_tls_module *module = l->tls_head; module; module = module->next, i++) {
        char *data = musl_tls_data(m, module);
        dtv[i] = (uintptr_t)data + ARCH_TLS_DTV_BIAS;
        __builtin_memcpy(data, module->image, module->image_size);
    }
    dtv[0] = l->tls_count;
    m->dtv = dtv;
    return m;
}

bool musl_tls_fits(const struct musl_thread *m)
{
    const struct musl_process *l = musl_libc;
    size_t i = 1;
    if (m->dtv[0] != l->tls_count)
        return false;
    for (const struct musl_tls_module *module = l->tls_head; module; module = module->next, i++)
        if (i > l->tls_count ||
            m->dtv[i] != (uintptr_t)musl_tls_data(m, module) + ARCH_TLS_DTV_BIAS)
            return false;
    return i == l->tls_count + 1;
}
