/* SPDX-License-Identifier: MIT */
/*
 * A process is killed while it waits for an object that processes share. Those that live get what
 * they wait for as if it had never come: the next signal, the next post, read locks that a waiting
 * writer kept out, and the end of a barrier, which may be destroyed.
 *
 * On glibc read-write locks between processes are glibc's own, whose readers wait for a killed
 * writer for ever; they are not tried there.
 */
#include "../conformance/rwlocks.h"
#include "../conformance/shared.h"

static struct area {
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    sem_t sem;
    pthread_barrier_t barrier;
    pthread_rwlock_t lock;
    int go;   /* the condition */
    int done; /* how many of those that live have got what they waited for */
} * area;

/* ---- What the other processes do: each waits for one thing ---- */

static void wait_cond(void)
{
    CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
    while (!area->go)
        CHECK_EQ(pthread_cond_wait(&area->cond, &area->mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
}

static void wait_sem(void)
{
    CHECK_EQ(sem_wait(&area->sem), 0);
}

static void wait_barrier(void)
{
    int result = pthread_barrier_wait(&area->barrier);

    CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
}

static void read_lock(void)
{
    CHECK_EQ(rdlock_once(&area->lock), 0);
}

static void write_lock(void)
{
    CHECK_EQ(wrlock_once(&area->lock), 0);
}

static const struct role {
    const char *name;
    void (*run)(void);
} roles[] = {{"cond", wait_cond},
             {"sem", wait_sem},
             {"barrier", wait_barrier},
             {"read", read_lock},
             {"write", write_lock}};

static void play(const char *name)
{
    area = test_map_file();
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (test_same(roles[i].name, name))
            roles[i].run();
    ADD(&area->done, 1);
}

/* ---- What the first one does ---- */

/* A process that waits, as is seen from outside: it is in the kernel, and stays there. It was
 * counted by then, whatever the object counts. */
static long waiting(const char *role)
{
    long pid = test_spawn(role);

    wait_until_blocked((pid_t)pid);
    return pid;
}

static void kill_it(long pid)
{
    CHECK_EQ(TEST_SYS2(kill, pid, 9), 0);
    CHECK_EQ(test_child_status(pid), 9);
}

static void kill_waiting(const char *role)
{
    kill_it(waiting(role));
}

/* Of so many processes, each comes to its end. */
static void all_done(int n)
{
    WAIT_UNTIL(LOAD(&area->done) == n);
    for (int i = 0; i < n; i++) {
        int status = -1;

        WAIT_UNTIL(TEST_SYS4(wait4, -1, &status, 1 /* WNOHANG */, NULL) > 0);
        CHECK_EQ(status, 0);
    }
    STORE(&area->done, 0);
}

static void make_mutex_and_cond(void)
{
    pthread_mutexattr_t mutex;
    pthread_condattr_t cond;

    CHECK_EQ(pthread_mutexattr_init(&mutex), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutex_init(&area->mutex, &mutex), 0);
    CHECK_EQ(pthread_condattr_init(&cond), 0);
    CHECK_EQ(pthread_condattr_setpshared(&cond, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_cond_init(&area->cond, &cond), 0);
}

static void conditions(void)
{
    make_mutex_and_cond();
    for (int broadcast = 0; broadcast < 2; broadcast++) {
        kill_waiting("cond");
        kill_waiting("cond");
        waiting("cond");
        CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
        area->go = 1;
        CHECK_EQ(broadcast ? pthread_cond_broadcast(&area->cond) : pthread_cond_signal(&area->cond),
                 0);
        CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
        all_done(1);
        area->go = 0;
    }
    /* Not so the mutex, which the dead are still to lock again: EBUSY, as in glibc. */
    CHECK_EQ(pthread_cond_destroy(&area->cond), 0);
}

static void semaphores(void)
{
    CHECK_EQ(sem_init(&area->sem, 1, 0), 0);
    kill_waiting("sem");
    waiting("sem");
    kill_waiting("sem");
    waiting("sem");
    CHECK_EQ(sem_post(&area->sem), 0);
    CHECK_EQ(sem_post(&area->sem), 0);
    all_done(2);
    CHECK_EQ(test_value(&area->sem), 0);
    CHECK_EQ(sem_destroy(&area->sem), 0);
}

static void barriers(void)
{
    pthread_barrierattr_t attr;

    CHECK_EQ(pthread_barrierattr_init(&attr), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_barrier_init(&area->barrier, &attr, 3), 0);
    /* It had come when it was killed. */
    kill_waiting("barrier");
    CHECK_EQ(pthread_barrier_destroy(&area->barrier), EBUSY);
    waiting("barrier");
    wait_barrier();
    all_done(1);
    /* And the next round is one of three. */
    waiting("barrier");
    waiting("barrier");
    CHECK_EQ(LOAD(&area->done), 0);
    wait_barrier();
    all_done(2);
    CHECK_EQ(pthread_barrier_destroy(&area->barrier), 0);
}

#ifndef __GLIBC__
static const int kinds[] = {PTHREAD_RWLOCK_PREFER_READER_NP, PTHREAD_RWLOCK_PREFER_WRITER_NP,
                            PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP};

static void locks(int kind)
{
    pthread_rwlockattr_t attr;
    pthread_rwlock_t *lock = &area->lock;

    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    if (kind)
        CHECK_EQ(pthread_rwlockattr_setkind_np(&attr, kind), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_rwlock_init(lock, &attr), 0);

    /* Readers get in while it is read. */
    CHECK_EQ(pthread_rwlock_rdlock(lock), 0);
    kill_waiting("write");
    test_spawn("read");
    all_done(1);
    /* Also those that try, when it is free. */
    kill_waiting("write");
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    WAIT_UNTIL(tryrdlock_once(lock) == 0);
    CHECK_EQ(tryrdlock_once(lock), 0);

    /* Readers that waited behind a writer. */
    CHECK_EQ(pthread_rwlock_wrlock(lock), 0);
    kill_waiting("write");
    waiting("read");
    waiting("read");
    kill_waiting("write");
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    all_done(2);

    /* The dead do not keep the living from being counted: a writer gets it from readers. */
    CHECK_EQ(pthread_rwlock_rdlock(lock), 0);
    kill_waiting("write");
    waiting("write");
    kill_waiting("write");
    test_spawn("read");
    waiting("write");
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    all_done(3);

    /* Readers that were killed. */
    CHECK_EQ(pthread_rwlock_wrlock(lock), 0);
    kill_waiting("read");
    waiting("write");
    waiting("read");
    CHECK_EQ(pthread_rwlock_unlock(lock), 0);
    all_done(2);
    CHECK_EQ(wrlock_once(lock), 0);
    CHECK_EQ(pthread_rwlock_destroy(lock), 0);
}
#endif

int main(int argc, char **argv)
{
    if (argc > 1) {
        play(argv[1]);
        return 0;
    }
    area = test_make_file();
    conditions();
    semaphores();
    barriers();
#ifndef __GLIBC__
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        locks(kinds[i]);
    locks(0);
#endif
    return 0;
}
