/* SPDX-License-Identifier: MIT */
/*
 * Forks while threads wait for objects, or are about to, or on their way out: in the child there
 * are no such threads, and each object is used by a thread of the child's own and destroyed, or
 * destroyed at once. (glibc waits in pthread_cond_destroy for threads that do not exist; so pthin
 * alone is asked.)
 */
#include <semaphore.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "stress.h"

enum {
    WAITERS = 2,
    SIGNALLERS = 1,
    READERS = 2,
    METS = 2,
    ALL = WAITERS + SIGNALLERS + READERS + METS
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t sem;
static int over;

/* ---- The parent's threads ---- */

static void wait_for_signals(unsigned *seed)
{
    struct timespec soon = stress_soon(seed, 100);

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    pthread_cond_timedwait(&cond, &mutex, &soon);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    sem_timedwait(&sem, &soon);
}

static void give_signals(unsigned *seed)
{
    if (stress_random(seed, 2))
        CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    else
        CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(sem_post(&sem), 0);
}

static void read_and_write(unsigned *seed)
{
    CHECK_EQ(stress_random(seed, 2) ? pthread_rwlock_wrlock(&lock) : pthread_rwlock_rdlock(&lock),
             0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
}

/* All end with the same round: one decides. */
static void meet(void)
{
    static int last;

    do {
        if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD)
            STORE(&last, LOAD(&over));
        pthread_barrier_wait(&barrier);
    } while (!LOAD(&last));
}

/* ---- The child ---- */

static int done;

static void *use_cond(void *arg)
{
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    while (!done)
        CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    return arg;
}

static void *use_barrier(void *arg)
{
    pthread_barrier_wait(&barrier);
    return arg;
}

static void *use_sem(void *arg)
{
    CHECK_EQ(sem_wait(&sem), 0);
    return arg;
}

/* The thread that forked had these two. */
static void use_locks(void)
{
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

static void use(unsigned *seed)
{
    pthread_t thread = test_start(use_cond, NULL);

    for (unsigned i = stress_random(seed, 3); i > 0; i--)
        TEST_SYS0(sched_yield);
    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    done = 1;
    CHECK_EQ(pthread_cond_signal(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    test_finish(thread);
    thread = test_start(use_barrier, NULL);
    pthread_barrier_wait(&barrier);
    test_finish(thread);
    thread = test_start(use_sem, NULL);
    CHECK_EQ(sem_post(&sem), 0);
    test_finish(thread);
}

static void in_child(unsigned *seed)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
    use_locks();
    if (stress_random(seed, 2))
        use(seed);
    CHECK_EQ(pthread_cond_destroy(&cond), 0);
    CHECK_EQ(pthread_mutex_destroy(&mutex), 0);
    CHECK_EQ(pthread_barrier_destroy(&barrier), 0);
    CHECK_EQ(pthread_rwlock_destroy(&lock), 0);
    CHECK_EQ(sem_destroy(&sem), 0);
    _exit(0);
}

/* With the locks, so that the child has them, and none of those that are not there does. */
static void fork_once(unsigned *seed)
{
    int status = -1;
    pid_t pid;

    CHECK_EQ(pthread_mutex_lock(&mutex), 0);
    CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
    pid = fork();
    CHECK(pid >= 0);
    if (pid == 0)
        in_child(seed);
    CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    WAIT_UNTIL(waitpid(pid, &status, WNOHANG) == pid);
    CHECK_EQ(status, 0);
}

static void body(int me)
{
    unsigned seed = (unsigned)me + 1;

    if (me >= WAITERS + SIGNALLERS + READERS && me < ALL) {
        meet();
        return;
    }
    while (stress_goes_on()) {
        if (me < WAITERS)
            wait_for_signals(&seed);
        else if (me < WAITERS + SIGNALLERS)
            give_signals(&seed);
        else if (me < ALL)
            read_and_write(&seed);
        else
            fork_once(&seed);
    }
    STORE(&over, 1);
}

int main(int argc, char **argv)
{
    stress_begin(argc, argv);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, METS), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    stress_run(body, ALL + 1);
    return 0;
}
