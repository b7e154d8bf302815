# The riscv64 port, relative to src/.
set(PTHIN_ARCH_SOURCES
    arch/riscv64/clone.S
    arch/riscv64/layout.c
    arch/riscv64/signal.S
)
set(PTHIN_ARCH_START arch/riscv64/start.S)
# For every object: none has to be said.
set(PTHIN_ARCH_FLAGS)
# For linking a static PIE: binutils (as of 2.40) makes room for relocations of thread-local variables
# that it then does not need, and takes them for relocations in code.
set(PTHIN_ARCH_PIE_OPTIONS -Wl,-z,notext)
