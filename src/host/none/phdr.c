/* SPDX-License-Identifier: MIT */
#include <linux/auxvec.h>
#include "program.h"

void program_headers(const ElfDyn *dynamic)
{
    const ElfPhdr *phdr = (const ElfPhdr *)host_auxval(AT_PHDR);
    size_t n = host_auxval(AT_PHNUM);
    program.phdr = phdr;
    program.phnum = n;
    /* Not every linker makes a PT_PHDR, and a program at fixed addresses has no dynamic
       section: whichever there is tells how far from its linked address we were loaded. */
    for (size_t i = 0; i < n; i++) {
        if (phdr[i].p_type == PT_PHDR)
            program.load_bias = (uintptr_t)phdr - phdr[i].p_vaddr;
        else if (phdr[i].p_type == PT_DYNAMIC && dynamic)
            program.load_bias = (uintptr_t)dynamic - phdr[i].p_vaddr;
        else if (phdr[i].p_type == PT_TLS)
            program.tls = &phdr[i];
    }
    program_tls_layout();
}
