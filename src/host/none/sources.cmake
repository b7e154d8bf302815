# The host without a libc, relative to src/.
set(PTHIN_HOST_NONE_SOURCES
    host/none/clock.c
    host/none/errno.c
    host/none/exit.c
    host/none/life.c
    host/none/memory.c
    host/none/phdr.c
    host/none/process.c
    host/none/program.c
    host/none/relocate.c
    host/none/sched.c
    host/none/signal.c
    host/none/stack_protector.c
    host/none/tcb.c
    host/none/threads.c
    host/none/tls_get_addr.c
)
