/* SPDX-License-Identifier: MIT */
#include "handle.h"

PTHIN_EXPORT void *pthin_thread_tls_address(size_t module, size_t offset)
{
    return host_tls_address(module, offset);
}
