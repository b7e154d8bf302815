# The arm port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/arm/clone.S
    arch/arm/layout.c
    arch/arm/signal.S
)
set(PTHIN_ARCH_NO_LIBC_SOURCES
    arch/arm/compiler.S
)
set(PTHIN_ARCH_START arch/arm/start.S)
# For every object: older compilers, which align 64-bit atomics in another way, do not matter.
set(PTHIN_ARCH_FLAGS -Wno-psabi)
# For linking a static PIE: no code is to be relocated.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,text)
