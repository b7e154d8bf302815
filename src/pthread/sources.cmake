# POSIX on the engine; paths are relative to src/.

# On every host.
set(PTHIN_POSIX_HOT_SOURCES
    pthread/cond_requeue.c
    pthread/mutex_inherit.c
    pthread/mutex_lock.c
    pthread/mutex_plain.c
    pthread/mutex_robust.c
    pthread/pthread_barrier_wait.c
    pthread/pthread_cond_signal.c
    pthread/pthread_cond_wait.c
    pthread/pthread_create.c
    pthread/pthread_join.c
    pthread/pthread_key.c
    pthread/pthread_mutex_lock.c
    pthread/pthread_once.c
    pthread/pthread_rwlock_rdlock.c
    pthread/pthread_rwlock_unlock.c
    pthread/pthread_rwlock_wrlock.c
    pthread/pthread_self.c
    pthread/pthread_spin.c
    pthread/rwlock.c
    pthread/sem_post.c
    pthread/sem_wait.c
)
set(PTHIN_POSIX_SOURCES
    ${PTHIN_POSIX_HOT_SOURCES}
    pthread/c11_call_once.c
    pthread/c11_cnd.c
    pthread/c11_mtx.c
    pthread/c11_thrd.c
    pthread/c11_tss.c
    pthread/cond_fork.c
    pthread/cond_ranked.c
    pthread/cond_shared.c
    pthread/mutex_protect.c
    pthread/pthread_attr_affinity_np.c
    pthread/pthread_attr_detachstate.c
    pthread/pthread_attr_guardsize.c
    pthread/pthread_attr_init.c
    pthread/pthread_attr_sched.c
    pthread/pthread_attr_stack.c
    pthread/pthread_barrier_destroy.c
    pthread/pthread_barrier_init.c
    pthread/pthread_barrierattr.c
    pthread/pthread_concurrency.c
    pthread/pthread_cond_init.c
    pthread/pthread_condattr.c
    pthread/pthread_detach.c
    pthread/pthread_equal.c
    pthread/pthread_exit.c
    pthread/pthread_getaffinity_np.c
    pthread/pthread_getattr_default_np.c
    pthread/pthread_getattr_np.c
    pthread/pthread_getcpuclockid.c
    pthread/pthread_getschedparam.c
    pthread/pthread_gettid_np.c
    pthread/pthread_kill.c
    pthread/pthread_mutex_consistent.c
    pthread/pthread_mutex_init.c
    pthread/pthread_mutex_prioceiling.c
    pthread/pthread_mutex_timedlock.c
    pthread/pthread_mutexattr.c
    pthread/pthread_name_np.c
    pthread/pthread_rwlock_destroy.c
    pthread/pthread_rwlock_init.c
    pthread/pthread_rwlockattr.c
    pthread/pthread_setaffinity_np.c
    pthread/pthread_setschedparam.c
    pthread/pthread_setschedprio.c
    pthread/pthread_sigmask.c
    pthread/pthread_sigqueue.c
    pthread/pthread_yield.c
    pthread/sem_close.c
    pthread/sem_init.c
    pthread/sem_open.c
    pthread/sem_path.c
    pthread/sem_table.c
    pthread/sem_unlink.c
)

# On hosts without a libc; elsewhere thrd_sleep and thrd_yield are the libc's.
set(PTHIN_POSIX_NO_LIBC_SOURCES
    pthread/c11_sleep.c
)

# On hosts whose libc can be on the other side of what processes share (HOST_LIBC_SHARED).
set(PTHIN_POSIX_LIBC_SHARED_SOURCES
    pthread/cond_libc.c
)

# On hosts that leave cancellation to the engine (HOST_OWN_CANCEL).
set(PTHIN_POSIX_OWN_CANCEL_SOURCES
    pthread/pthread_cancel.c
    pthread/pthread_cleanup.c
)

# On hosts whose fork calls the engine's handlers (core/atfork.h).
set(PTHIN_POSIX_OWN_FORK_SOURCES
    pthread/pthread_atfork.c
)

# On hosts that the engine comes into statically: a libc's own are bound up with its threads.
set(PTHIN_POSIX_STATIC_SOURCES
    pthread/sched_affinity.c
)
