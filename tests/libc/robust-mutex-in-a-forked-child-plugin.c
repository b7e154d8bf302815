/* SPDX-License-Identifier: MIT */
/* A library in front of pthin's that hides where the kernel's random bytes are, by which pthin finds what
   libc.so keeps of the process: so pthin knows nothing of the libc's insides, as beside a libc that it does
   not know. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sys/auxv.h>

unsigned long getauxval(unsigned long type)
{
    union {
        void *found;
        unsigned long (*call)(unsigned long);
    } next = {dlsym(RTLD_NEXT, "getauxval")};

    return type == AT_RANDOM ? 0 : next.call(type);
}
