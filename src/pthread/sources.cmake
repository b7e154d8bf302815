# POSIX on the engine; paths are relative to src/.

# On every host.
set(PTHIN_POSIX_HOT_SOURCES
    pthread/cond/pthread_cond_signal.c
    pthread/mutex/mutex_inherit.c
    pthread/mutex/mutex_lock.c
    pthread/mutex/mutex_robust.c
    pthread/mutex/pthread_mutex_lock.c
    pthread/once/pthread_key.c
    pthread/once/pthread_once.c
    pthread/rwlock/pthread_rwlock_rdlock.c
    pthread/rwlock/pthread_rwlock_unlock.c
    pthread/rwlock/pthread_rwlock_wrlock.c
    pthread/sem/sem_post.c
    pthread/sem/sem_wait.c
    pthread/spin/pthread_spin.c
    pthread/thread/pthread_self.c
)
set(PTHIN_POSIX_HOT_WAITS
    pthread/barrier/pthread_barrier_wait.c
    pthread/cond/pthread_cond_wait.c
)
set(PTHIN_POSIX_SOURCES
    ${PTHIN_POSIX_HOT_SOURCES}
    ${PTHIN_POSIX_HOT_WAITS}
    pthread/attr/attr_more.c
    pthread/attr/attr_read.c
    pthread/attr/pthread_attr_affinity_np.c
    pthread/attr/pthread_attr_detachstate.c
    pthread/attr/pthread_attr_guardsize.c
    pthread/attr/pthread_attr_init.c
    pthread/attr/pthread_attr_sched.c
    pthread/attr/pthread_attr_stack.c
    pthread/attr/pthread_getattr_default_np.c
    pthread/attr/pthread_setattr_default_np.c
    pthread/barrier/pthread_barrier_destroy.c
    pthread/barrier/pthread_barrier_init.c
    pthread/barrier/pthread_barrierattr.c
    pthread/c11/c11_call_once.c
    pthread/c11/c11_cnd.c
    pthread/c11/c11_mtx.c
    pthread/c11/c11_result.c
    pthread/c11/c11_thrd.c
    pthread/c11/c11_tss.c
    pthread/cond/cond_fork.c
    pthread/cond/cond_ranked.c
    pthread/cond/cond_requeue.c
    pthread/cond/cond_shared.c
    pthread/cond/pthread_cond_broadcast.c
    pthread/cond/pthread_cond_init.c
    pthread/cond/pthread_condattr.c
    pthread/deadline.c
    pthread/mutex/mutex_own.c
    pthread/mutex/mutex_plain.c
    pthread/mutex/mutex_protect.c
    pthread/mutex/pthread_mutex_consistent.c
    pthread/mutex/pthread_mutex_init.c
    pthread/mutex/pthread_mutex_prioceiling.c
    pthread/mutex/pthread_mutex_timedlock.c
    pthread/mutex/pthread_mutexattr.c
    pthread/rwlock/pthread_rwlock_destroy.c
    pthread/rwlock/pthread_rwlock_init.c
    pthread/rwlock/pthread_rwlockattr.c
    pthread/rwlock/rwlock.c
    pthread/rwlock/rwlock_read.c
    pthread/rwlock/rwlock_write.c
    pthread/sem/sem_close.c
    pthread/sem/sem_init.c
    pthread/sem/sem_open.c
    pthread/sem/sem_path.c
    pthread/sem/sem_table.c
    pthread/sem/sem_unlink.c
    pthread/thread/pthread_concurrency.c
    pthread/thread/pthread_create.c
    pthread/thread/pthread_detach.c
    pthread/thread/pthread_equal.c
    pthread/thread/pthread_exit.c
    pthread/thread/pthread_getaffinity_np.c
    pthread/thread/pthread_getattr_np.c
    pthread/thread/pthread_getcpuclockid.c
    pthread/thread/pthread_getschedparam.c
    pthread/thread/pthread_gettid_np.c
    pthread/thread/pthread_join.c
    pthread/thread/pthread_kill.c
    pthread/thread/pthread_name_np.c
    pthread/thread/pthread_setaffinity_np.c
    pthread/thread/pthread_setschedparam.c
    pthread/thread/pthread_setschedprio.c
    pthread/thread/pthread_sigmask.c
    pthread/thread/pthread_sigqueue.c
    pthread/thread/pthread_yield.c
    pthread/thread/target.c
)

# On hosts without a libc; elsewhere thrd_sleep and thrd_yield are the libc's.
set(PTHIN_POSIX_NO_LIBC_SOURCES
    pthread/c11/c11_sleep.c
)

# On hosts whose libc can be on the other side of what processes share (HOST_LIBC_SHARED).
set(PTHIN_POSIX_LIBC_SHARED_SOURCES
    pthread/cond/cond_libc.c
)

# On hosts that leave cancellation to the engine (HOST_OWN_CANCEL).
set(PTHIN_POSIX_OWN_CANCEL_SOURCES
    pthread/thread/pthread_cancel.c
    pthread/thread/pthread_cleanup.c
)

# On hosts whose fork calls the engine's handlers (core/atfork.h).
set(PTHIN_POSIX_OWN_FORK_SOURCES
    pthread/thread/pthread_atfork.c
)

# On hosts that the engine comes into statically: a libc's own are bound up with its threads.
set(PTHIN_POSIX_STATIC_SOURCES
    pthread/thread/sched_affinity.c
)
