# The aarch64 port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/aarch64/clone.S
    arch/aarch64/layout.c
    arch/aarch64/signal.S
)
set(PTHIN_ARCH_START arch/aarch64/start.S)
# For every object: return addresses are signed (PAC), indirect branch targets marked (BTI).
set(PTHIN_ARCH_FLAGS -mbranch-protection=standard)
# For linking a static PIE: a relocation in code is an error.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,text)
