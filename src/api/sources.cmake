# The engine's own interface, include/pthin; paths are relative to src/.
set(PTHIN_API_SOURCES
    api/program.c
    api/sigaction.c
    api/thread_at_exit.c
    api/thread_create.c
    api/thread_current.c
    api/thread_join.c
    api/thread_stack.c
    api/thread_tls_address.c
    api/thread_yield.c
)
