# The x86_64 port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/x86_64/clone.S
    arch/x86_64/layout.c
    arch/x86_64/signal.S
)
set(PTHIN_ARCH_START arch/x86_64/start.S)
# For every object: whatever the compiler does by default, no marks of indirect branch targets (IBT),
# of which each function would begin with one, but for the library that is beside no libc.
set(PTHIN_ARCH_FLAGS -fcf-protection=none)
set(PTHIN_ARCH_MARKS -fcf-protection=branch)
# For linking a static PIE: a relocation in code is an error.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,text)
