# The engine, relative to src/.
set(PTHIN_CORE_SOURCES
    core/at_exit.c
    core/attr.c
    core/block.c
    core/cache.c
    core/cpus.c
    core/create.c
    core/exit.c
    core/fatal.c
    core/file.c
    core/fork.c
    core/futex.c
    core/gate.c
    core/handlers.c
    core/join.c
    core/keys.c
    core/priority.c
    core/robust.c
    core/sched.c
    core/sigaction.c
    core/signal.c
    core/sigqueue.c
    core/stack.c
    core/syscalls.c
    core/task_file.c
    core/thread_stack.c
    $<$<BOOL:${PTHIN_TRACE}>:core/trace.c>
)

# Only where the engine itself cancels and unwinds threads (HOST_OWN_CANCEL).
set(PTHIN_CORE_OWN_CANCEL_SOURCES
    core/cancel.c
    core/cancel_guard.c
    core/cleanup.c
)
