# The glibc host, relative to src/.
set(PTHIN_HOST_GLIBC_SOURCES
    host/glibc/area.c
    host/glibc/calibrate.c
    host/glibc/cancel.c
    host/glibc/elf_lookup.c
    host/glibc/exec_stack.c
    host/glibc/foreign.c
    host/glibc/fork.c
    host/glibc/life.c
    host/glibc/process.c
    host/glibc/robust.c
    host/glibc/start.c
    host/glibc/stats.c
    host/glibc/symbols.c
    host/glibc/tcb.c
    host/glibc/threads.c
)
