/* SPDX-License-Identifier: MIT */
/* The ELF structures and numbers that are read in a running program, for the class of this port. */
#ifndef PTHIN_CORE_ELF_H
#define PTHIN_CORE_ELF_H

#include <linux/elf.h>

#if __SIZEOF_POINTER__ == 8
typedef Elf64_Phdr ElfPhdr;
typedef Elf64_Dyn ElfDyn;
typedef Elf64_Rela ElfRela;
typedef Elf64_Rel ElfRel;
#else
typedef Elf32_Phdr ElfPhdr;
typedef Elf32_Dyn ElfDyn;
typedef Elf32_Rela ElfRela;
typedef Elf32_Rel ElfRel;
#endif

/* Not in every uapi header. */
#define DYN_RELRSZ 35
#define DYN_RELR   36

#endif
