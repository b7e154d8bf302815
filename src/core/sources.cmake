# The engine, relative to src/.

# Hot and cold, here and in the other rooms: what a program that works with threads does all the time
# is compiled for speed, all else for size (cmake/library.cmake). A thread's birth and end are system
# calls for the most part; of the engine only what every wait goes through is hot.
set(PTHIN_CORE_HOT_SOURCES
    core/spin.c
    core/wait.c
)
set(PTHIN_CORE_SOURCES
    ${PTHIN_CORE_HOT_SOURCES}
    core/at_exit.c
    core/attr.c
    core/block.c
    core/cache.c
    core/cpus.c
    core/create.c
    core/ends.c
    core/exit.c
    core/fatal.c
    core/file.c
    core/fork.c
    core/futex.c
    core/gate.c
    core/gone.c
    core/handlers.c
    core/initial_stack.c
    core/join.c
    core/join_chain.c
    core/keys.c
    core/lock.c
    core/priority.c
    core/robust.c
    core/sched.c
    core/self.c
    core/sigaction.c
    core/sigaction_program.c
    core/signal.c
    core/sigqueue.c
    core/stack.c
    core/syscalls.c
    core/task_file.c
    core/text.c
    core/thread_stack.c
    core/unmap.c
    core/unmapped.c
    $<$<BOOL:${PTHIN_TRACE}>:core/trace.c>
)

# Only where the engine itself cancels and unwinds threads (HOST_OWN_CANCEL).
set(PTHIN_CORE_OWN_CANCEL_SOURCES
    core/cancel.c
    core/cancel_act.c
    core/cancel_point.c
    core/cancel_state.c
    core/cleanup.c
)
