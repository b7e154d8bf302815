/* SPDX-License-Identifier: MIT */
/* A library in front of pthin's that hides where the kernel's random bytes are, by which pthin finds what
   libc.so keeps of the process: so pthin knows nothing of the libc's insides, as beside a libc that it does
   not know. */
#include <sys/auxv.h>

extern char **environ;

unsigned long getauxval(unsigned long type)
{
    char **end = environ;
    const unsigned long *pair;

    /* The kernel has put the auxiliary vector behind the environment. */
    while (*end++)
        ;
    for (pair = (const unsigned long *)end; pair[0] != AT_NULL; pair += 2)
        if (pair[0] == type && type != AT_RANDOM)
            return pair[1];
    return 0;
}
