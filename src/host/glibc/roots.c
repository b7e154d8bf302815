/* SPDX-License-Identifier: MIT */
/*
 * LeakSanitizer finds the program's pointers in global variables, on stacks and in thread-local
 * data of threads that run. Where pthin keeps one elsewhere, it has to be told. Its functions are
 * there in programs that were built with it, and NULL in others.
 */
#include "core/base.h"
#include "host/host.h"

void __lsan_register_root_region(const void *p, size_t size) __attribute__((weak));
void __lsan_unregister_root_region(const void *p, size_t size) __attribute__((weak));

void host_root_add(const void *p, size_t size)
{
    if (__lsan_register_root_region && __lsan_unregister_root_region)
        __lsan_register_root_region(p, size);
}

void host_root_remove(const void *p, size_t size)
{
    if (__lsan_register_root_region && __lsan_unregister_root_region)
        __lsan_unregister_root_region(p, size);
}
