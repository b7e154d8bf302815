/* SPDX-License-Identifier: MIT */
/* Compilers' runtime libraries ask for the processor's abilities by this name: libgcc, before it
   chooses the instructions that atomic operations are made of. */
#include "host/host.h"

PTHIN_EXPORT unsigned long __getauxval(unsigned long type);
PTHIN_EXPORT unsigned long __getauxval(unsigned long type)
{
    return host_auxval(type);
}
