/* SPDX-License-Identifier: MIT */
/*
 * Blocking calls of the libc are cancellation points: a thread that is blocked in one can be
 * cancelled, and so can one that has a request pending when it calls it. Cleanup handlers run.
 */
#include "test.h"

#include <fcntl.h>
#include <poll.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>

static int empty_pipe[2], full_pipe[2], pair[2], listener;
static pid_t sleeping_child;
static sem_t semaphore;
static char buffer[4096], fifo[40];

static void in_read(void)
{
    CHECK(read(empty_pipe[0], buffer, 1) != 0);
}
static void in_readv(void)
{
    struct iovec vector = {buffer, 1};

    CHECK(readv(empty_pipe[0], &vector, 1) != 0);
}
static void in_write(void)
{
    CHECK(write(full_pipe[1], buffer, sizeof buffer) != 0);
}
static void in_recv(void)
{
    CHECK(recv(pair[0], buffer, 1, 0) != 0);
}
static void in_recvmsg(void)
{
    struct iovec vector = {buffer, 1};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};

    CHECK(recvmsg(pair[0], &message, 0) != 0);
}
static void in_accept(void)
{
    CHECK(accept(listener, NULL, NULL) >= 0);
}
static void in_poll(void)
{
    struct pollfd fd = {.fd = empty_pipe[0], .events = POLLIN};

    CHECK(poll(&fd, 1, -1) != 0);
}
static void in_select(void)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(empty_pipe[0], &set);
    CHECK(select(empty_pipe[0] + 1, &set, NULL, NULL, NULL) != 0);
}
static void in_nanosleep(void)
{
    struct timespec time = {.tv_sec = 1000};

    nanosleep(&time, NULL);
}
static void in_clock_nanosleep(void)
{
    struct timespec time = {.tv_sec = 1000};

    clock_nanosleep(CLOCK_MONOTONIC, 0, &time, NULL);
}
static void in_sleep(void)
{
    sleep(1000);
}
static void in_usleep(void)
{
    usleep(999999);
    usleep(999999);
}
static void in_pause(void)
{
    pause();
}
static void in_sigsuspend(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigsuspend(&set);
}
static void in_sigwait(void)
{
    sigset_t set;
    int sig;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigwait(&set, &sig);
}
static void in_sigtimedwait(void)
{
    struct timespec time = {.tv_sec = 1000};
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigtimedwait(&set, NULL, &time);
}
static void in_waitpid(void)
{
    int status;

    waitpid(sleeping_child, &status, 0);
}
static void in_sem_wait(void)
{
    sem_wait(&semaphore);
}
static void in_sem_timedwait(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 1000000);

    sem_timedwait(&semaphore, &end);
}
static void in_open_fifo(void)
{
    (void)open(fifo, O_RDONLY); /* blocks until somebody opens it for writing */
}

struct point {
    const char *name;
    void (*call)(void);
};

static const struct point points[] = {
    {"read", in_read},
    {"readv", in_readv},
    {"write", in_write},
    {"recv", in_recv},
    {"recvmsg", in_recvmsg},
    {"accept", in_accept},
    {"poll", in_poll},
    {"select", in_select},
    {"nanosleep", in_nanosleep},
    {"clock_nanosleep", in_clock_nanosleep},
    {"sleep", in_sleep},
    {"usleep", in_usleep},
    {"pause", in_pause},
    {"sigsuspend", in_sigsuspend},
    {"sigwait", in_sigwait},
    {"sigtimedwait", in_sigtimedwait},
    {"waitpid", in_waitpid},
    {"sem_wait", in_sem_wait},
    {"sem_timedwait", in_sem_timedwait},
    {"open", in_open_fifo},
};

static struct gate up, go;
static pid_t tid;
static int cleaned;

static void clean(void *arg)
{
    (void)arg;
    cleaned = 1;
}

static void *blocked(void *arg)
{
    const struct point *point = arg;

    pthread_cleanup_push(clean, NULL);
    STORE(&tid, test_gettid());
    for (;;)
        point->call();
    pthread_cleanup_pop(0);
    return NULL;
}

static void *pending(void *arg)
{
    const struct point *point = arg;

    pthread_cleanup_push(clean, NULL);
    gate_open(&up);
    gate_wait(&go);
    for (;;)
        point->call();
    pthread_cleanup_pop(0);
    return NULL;
}

/* Any sleep will do here: the calls are different system calls. */
static int is_asleep(pid_t id)
{
    char path[80], text[512];
    const char *at;

    test_task_path(path, id, "stat");
    if (test_read_file(path, text, sizeof text) <= 0)
        return 0;
    at = test_find(text, ") ");
    return at != NULL && at[2] == 'S';
}

static void prepare(void)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX}; /* the kernel chooses a name */
    char path[] = "pthin-fifo-XXXXXX";
    int fd;

    CHECK_EQ(pipe(empty_pipe), 0);
    CHECK_EQ(pipe(full_pipe), 0);
    CHECK_EQ(fcntl(full_pipe[1], F_SETFL, O_NONBLOCK), 0);
    while (write(full_pipe[1], buffer, sizeof buffer) > 0)
        ;
    while (write(full_pipe[1], buffer, 1) > 0)
        ;
    CHECK_EQ(fcntl(full_pipe[1], F_SETFL, 0), 0);
    CHECK_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
    listener = socket(AF_UNIX, SOCK_STREAM, 0);
    CHECK(listener >= 0);
    CHECK_EQ(bind(listener, (struct sockaddr *)&address, sizeof(sa_family_t)), 0);
    CHECK_EQ(listen(listener, 1), 0);
    CHECK_EQ(sem_init(&semaphore, 0, 0), 0);

    /* A fifo that has no name any more, so that nothing is left behind whatever happens. */
    CHECK(mkdtemp(path) != NULL);
    CHECK_EQ(rmdir(path), 0);
    CHECK_EQ(mkfifo(path, 0600), 0);
    fd = open(path, O_PATH);
    CHECK_EQ(unlink(path), 0);
    CHECK(fd >= 0);
    snprintf(fifo, sizeof fifo, "/proc/self/fd/%d", fd);

    sleeping_child = fork();
    if (sleeping_child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        for (;;)
            pause();
    }
    CHECK(sleeping_child > 0);
}

static void finish(void)
{
    kill(sleeping_child, SIGKILL);
    while (waitpid(sleeping_child, NULL, 0) < 0)
        CHECK_EQ(errno, EINTR);
}

int main(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    CHECK_EQ(pthread_sigmask(SIG_BLOCK, &set, NULL), 0);
    prepare();
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        pthread_t thread;
        void *value;

        printf("%s\n", points[i].name); /* so that a failure shows where */
        fflush(stdout);
        cleaned = 0;
        STORE(&tid, 0);
        thread = test_start(blocked, (void *)&points[i]);
        WAIT_UNTIL(LOAD(&tid) != 0);
        WAIT_UNTIL(is_asleep(tid));
        CHECK_EQ(pthread_cancel(thread), 0);
        value = test_finish(thread);
        CHECK(value == PTHREAD_CANCELED);
        CHECK_EQ(cleaned, 1);

        cleaned = 0;
        STORE(&up.count, 0);
        STORE(&go.count, 0);
        thread = test_start(pending, (void *)&points[i]);
        gate_wait(&up);
        CHECK_EQ(pthread_cancel(thread), 0);
        gate_open(&go);
        value = test_finish(thread);
        CHECK(value == PTHREAD_CANCELED);
        CHECK_EQ(cleaned, 1);
    }
    finish();
    return 0;
}
