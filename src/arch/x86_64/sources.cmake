# The x86_64 port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/x86_64/clone.S
    arch/x86_64/layout.c
    arch/x86_64/signal.S
)
set(PTHIN_ARCH_START arch/x86_64/start.S)
# For every object: whatever the compiler does by default, no marks of indirect branch targets (IBT).
# Each function would begin with one, and Linux does not look for them in programs.
set(PTHIN_ARCH_FLAGS -fcf-protection=none)
# For linking a static PIE: a relocation in code is an error.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,text)
