# The engine's own interface, include/pthin; paths are relative to src/.
set(PTHIN_API_SOURCES
    api/program.c
    api/sigaction.c
    api/thread_create.c
    api/thread_current.c
    api/thread_join.c
    api/thread_stack.c
    api/thread_tls_address.c
    api/thread_yield.c
)
# A libc's exit calls atexit's functions only if the program has libc's atexit, which these bring along.
# Where the library is an archive beside a libc, they are a member by themselves, so that other
# programs go without.
set(PTHIN_API_AT_EXIT_SOURCES
    api/program_at_exit.c
    api/thread_at_exit.c
)
