/* SPDX-License-Identifier: MIT */
/*
 * Threads that the libc makes itself, behind a timer and a message queue with SIGEV_THREAD, use every
 * lock together with threads of the program: mutexes of all sorts, also robust ones that such a thread
 * leaves locked, condition variables, semaphores, read-write locks, barriers and keys; they join and
 * cancel threads, are told apart by their IDs, and end by pthread_exit. Their stacks are as large as
 * the attributes of the notification say.
 */
#include "test.h"

#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <stdio.h>

enum { ROUNDS = 20, STACK = 1 << 20 };

static pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER, checked, recursive, robust[ROUNDS];
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_barrier_t barrier;
static sem_t there, back;
static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int turn, destroyed, undone, once_run, robust_used;

static void destroy(void *value)
{
    CHECK_EQ(value, 7);
    ADD(&destroyed, 1);
}

static void run_once(void)
{
    ADD(&once_run, 1);
}

static void undo(void *arg UNUSED)
{
    ADD(&undone, 1);
}

static void *wait_for_ever(void *arg)
{
    pthread_cleanup_push(undo, NULL);
    CHECK_EQ(sem_wait(arg), 0);
    pthread_cleanup_pop(0);
    return NULL;
}

static void check_stack(void)
{
    pthread_attr_t attr;
    size_t size;
    void *low;

    CHECK_EQ(pthread_getattr_np(pthread_self(), &attr), 0);
    CHECK_EQ(pthread_attr_getstack(&attr, &low, &size), 0);
    CHECK((char *)&attr > (char *)low && (char *)&attr < (char *)low + size);
    CHECK(size >= STACK / 2);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

static void cancel_another(void)
{
    sem_t never;
    pthread_t thread;

    CHECK_EQ(sem_init(&never, 0, 0), 0);
    thread = test_start(wait_for_ever, &never);
    CHECK_EQ(pthread_cancel(thread), 0);
    CHECK_EQ(test_finish(thread), PTHREAD_CANCELED);
    CHECK_EQ(sem_destroy(&never), 0);
}

/* One round of the notified thread; the program's has the other half. */
static void notify(union sigval value UNUSED)
{
    int mine = ADD(&robust_used, 1) - 1;

    CHECK_EQ(pthread_getspecific(key), 0);
    CHECK_EQ(pthread_setspecific(key, (void *)7), 0);
    CHECK_EQ(pthread_once(&once, run_once), 0);
    check_stack();
    cancel_another();

    CHECK_EQ(pthread_mutex_lock(&checked), 0);
    CHECK_EQ(pthread_mutex_lock(&checked), EDEADLK);
    CHECK_EQ(pthread_mutex_unlock(&checked), 0);
    CHECK_EQ(pthread_mutex_unlock(&checked), EPERM);
    CHECK_EQ(pthread_mutex_lock(&recursive), 0);
    CHECK_EQ(pthread_mutex_lock(&recursive), 0);
    CHECK_EQ(pthread_mutex_unlock(&recursive), 0);
    CHECK_EQ(pthread_mutex_unlock(&recursive), 0);

    CHECK_EQ(pthread_rwlock_wrlock(&rwlock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    pthread_barrier_wait(&barrier);
    CHECK_EQ(pthread_mutex_lock(&plain), 0);
    turn = 1;
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    while (turn != 2)
        CHECK_EQ(pthread_cond_wait(&cond, &plain), 0);
    CHECK_EQ(pthread_mutex_unlock(&plain), 0);
    CHECK_EQ(sem_post(&there), 0);
    CHECK_EQ(sem_wait(&back), 0);
    if (mine < ROUNDS)
        CHECK_EQ(pthread_mutex_lock(&robust[mine]), 0);
    pthread_exit(NULL);
}

static void other_half(int round)
{
    CHECK_EQ(pthread_rwlock_rdlock(&rwlock), 0);
    CHECK_EQ(pthread_rwlock_unlock(&rwlock), 0);
    pthread_barrier_wait(&barrier);
    CHECK_EQ(pthread_mutex_lock(&plain), 0);
    while (turn != 1)
        CHECK_EQ(pthread_cond_wait(&cond, &plain), 0);
    turn = 2;
    CHECK_EQ(pthread_cond_broadcast(&cond), 0);
    CHECK_EQ(pthread_mutex_unlock(&plain), 0);
    CHECK_EQ(sem_wait(&there), 0);
    CHECK_EQ(sem_post(&back), 0);
    WAIT_UNTIL(LOAD(&destroyed) > round);
    /* Left locked by a thread that has gone, or, behind a timer, is like a new one. */
    if (pthread_mutex_trylock(&robust[round]) != EOWNERDEAD)
        WAIT_UNTIL(pthread_mutex_trylock(&robust[round]) == EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent(&robust[round]), 0);
    CHECK_EQ(pthread_mutex_unlock(&robust[round]), 0);
}

static void mutex(pthread_mutex_t *m, int type, int is_robust)
{
    pthread_mutexattr_t attr;

    CHECK_EQ(pthread_mutexattr_init(&attr), 0);
    CHECK_EQ(pthread_mutexattr_settype(&attr, type), 0);
    if (is_robust)
        CHECK_EQ(pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST), 0);
    CHECK_EQ(pthread_mutex_init(m, &attr), 0);
    CHECK_EQ(pthread_mutexattr_destroy(&attr), 0);
}

static void with_timer(struct sigevent *event)
{
    struct itimerspec soon = {.it_value = {0, 1000000}};
    timer_t timer;

    CHECK_EQ(timer_create(CLOCK_MONOTONIC, event, &timer), 0);
    for (int i = 0; i < ROUNDS / 2; i++) {
        CHECK_EQ(timer_settime(timer, 0, &soon, NULL), 0);
        other_half(i);
    }
    CHECK_EQ(timer_delete(timer), 0);
}

static void with_queue(struct sigevent *event)
{
    struct mq_attr attr = {.mq_maxmsg = 2, .mq_msgsize = 8};
    char name[64], message[8];
    mqd_t queue;

    snprintf(name, sizeof name, "/pthin-test-%d", (int)getpid());
    queue = mq_open(name, O_RDWR | O_CREAT | O_EXCL, 0600, &attr);
    if (queue == (mqd_t)-1 && (errno == ENOSYS || errno == EACCES)) {
        puts("there are no message queues here");
        return;
    }
    CHECK(queue != (mqd_t)-1);
    CHECK_EQ(mq_unlink(name), 0);
    for (int i = ROUNDS / 2; i < ROUNDS; i++) {
        CHECK_EQ(mq_notify(queue, event), 0);
        CHECK_EQ(mq_send(queue, "x", 1, 0), 0);
        other_half(i);
        CHECK_EQ(mq_receive(queue, message, sizeof message, NULL), 1);
    }
    CHECK_EQ(mq_close(queue), 0);
}

int main(void)
{
    struct sigevent event;
    pthread_attr_t attr;

    mutex(&checked, PTHREAD_MUTEX_ERRORCHECK, 0);
    mutex(&recursive, PTHREAD_MUTEX_RECURSIVE, 0);
    for (int i = 0; i < ROUNDS; i++)
        mutex(&robust[i], PTHREAD_MUTEX_NORMAL, 1);
    CHECK_EQ(pthread_barrier_init(&barrier, NULL, 2), 0);
    CHECK_EQ(sem_init(&there, 0, 0), 0);
    CHECK_EQ(sem_init(&back, 0, 0), 0);
    CHECK_EQ(pthread_key_create(&key, destroy), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setstacksize(&attr, STACK), 0);
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD;
    event.sigev_notify_function = notify;
    event.sigev_notify_attributes = &attr;
    with_timer(&event);
    with_queue(&event);
    CHECK_EQ(LOAD(&once_run), 1);
    CHECK_EQ(LOAD(&undone), LOAD(&destroyed));
    return 0;
}
