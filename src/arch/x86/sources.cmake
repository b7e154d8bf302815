# The x86 (i386) port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/x86/clone.S
    arch/x86/layout.c
    arch/x86/signal.S
    arch/x86/syscall.S
)
# What system calls need beside arch_port.h.
set(PTHIN_ARCH_SYSCALL_SOURCES
    arch/x86/syscall.S
)
set(PTHIN_ARCH_NO_LIBC_SOURCES
    arch/x86/compiler.S
)
set(PTHIN_ARCH_START arch/x86/start.S)
# For every object: no marks of indirect branch targets, as on x86_64; older compilers, which align
# 64-bit atomics in another way, do not matter.
set(PTHIN_ARCH_FLAGS -fcf-protection=none -Wno-psabi)
# For linking a static PIE: no code is to be relocated.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,text)
