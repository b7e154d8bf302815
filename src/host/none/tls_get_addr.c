/* SPDX-License-Identifier: MIT */
/*
 * The general-dynamic TLS model, which objects compiled for shared libraries use even when
 * they end up in a static program: there is one module, the program.
 */
#include "arch/arch.h"
#include "program.h"

struct tls_index {
    unsigned long module;
    unsigned long offset;
};

PTHIN_EXPORT void *__tls_get_addr(const struct tls_index *index);
PTHIN_EXPORT void *__tls_get_addr(const struct tls_index *index)
{
    return tls_block(arch_thread_pointer()) + index->offset + ARCH_TLS_DTV_BIAS;
}

void *host_tls_address(size_t module, size_t offset)
{
    return module == 1 ? tls_block(arch_thread_pointer()) + offset : NULL;
}
