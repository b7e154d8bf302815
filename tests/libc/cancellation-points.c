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
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <termios.h>
#include <threads.h>

static int empty_pipe[2], full_pipe[2], pair[2], full_pair[2], listener, epoll, locked, queue;
static pid_t sleeping_child;
static sem_t semaphore;
static char buffer[4096], fifo[40];
static pthread_t endless;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;

static void unlock(void *arg)
{
    (void)arg;
    CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
}

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
static void in_writev(void)
{
    struct iovec vector = {buffer, sizeof buffer};

    CHECK(writev(full_pipe[1], &vector, 1) != 0);
}
static void in_send(void)
{
    CHECK(send(full_pair[0], buffer, sizeof buffer, 0) != 0);
}
static void in_sendto(void)
{
    CHECK(sendto(full_pair[0], buffer, sizeof buffer, 0, NULL, 0) != 0);
}
static void in_sendmsg(void)
{
    struct iovec vector = {buffer, sizeof buffer};
    struct msghdr message = {.msg_iov = &vector, .msg_iovlen = 1};

    CHECK(sendmsg(full_pair[0], &message, 0) != 0);
}
static void in_recvfrom(void)
{
    CHECK(recvfrom(pair[0], buffer, 1, 0, NULL, NULL) != 0);
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
static void in_ppoll(void)
{
    struct pollfd fd = {.fd = empty_pipe[0], .events = POLLIN};

    CHECK(ppoll(&fd, 1, NULL, NULL) != 0);
}
static void in_epoll_wait(void)
{
    struct epoll_event event;

    CHECK(epoll_wait(epoll, &event, 1, -1) != 0);
}
static void in_epoll_pwait(void)
{
    struct epoll_event event;

    CHECK(epoll_pwait(epoll, &event, 1, -1, NULL) != 0);
}
static void in_pselect(void)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(empty_pipe[0], &set);
    CHECK(pselect(empty_pipe[0] + 1, &set, NULL, NULL, NULL, NULL) != 0);
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
static void in_sigwaitinfo(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR2);
    sigwaitinfo(&set, NULL);
}
static void in_wait(void)
{
    int status;

    wait(&status);
}
static void in_waitid(void)
{
    siginfo_t info;

    waitid(P_PID, (id_t)sleeping_child, &info, WEXITED);
}
static void in_setlkw(void)
{
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};

    fcntl(locked, F_SETLKW, &lock);
}
static void in_lockf(void)
{
    lseek(locked, 0, SEEK_SET);
    if (lockf(locked, F_LOCK, 1) == 0)
        CHECK(!"locked");
}
static void in_msgrcv(void)
{
    struct {
        long type;
        char text[8];
    } message;

    msgrcv(queue, &message, sizeof message.text, 1, 0);
}
static void in_msgsnd(void)
{
    struct {
        long type;
        char text[1000];
    } message = {.type = 2};

    msgsnd(queue, &message, sizeof message.text, 0);
}
static void in_pthread_join(void)
{
    pthread_join(endless, NULL);
}
static void in_thrd_join(void)
{
    thrd_join((thrd_t)endless, NULL);
}
static void in_cond_wait(void)
{
    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, NULL);
    pthread_cond_wait(&cond, &mutex);
    pthread_cleanup_pop(1);
}
static void in_cond_timedwait(void)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 1000000);

    pthread_mutex_lock(&mutex);
    pthread_cleanup_push(unlock, NULL);
    pthread_cond_timedwait(&cond, &mutex, &end);
    pthread_cleanup_pop(1);
}
static void in_testcancel(void)
{
    struct timespec nap = {.tv_sec = 0, .tv_nsec = 100000};

    TEST_SYS4(clock_nanosleep, CLOCK_MONOTONIC, 0, &nap, NULL);
    pthread_testcancel();
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
static void in_openat_fifo(void)
{
    (void)openat(AT_FDCWD, fifo, O_RDONLY);
}
static void in_creat_fifo(void)
{
    (void)creat(fifo, 0600); /* until somebody opens it for reading */
}

struct point {
    const char *name;
    void (*call)(void);
};

static const struct point points[] = {
    {"read", in_read},
    {"readv", in_readv},
    {"write", in_write},
    {"writev", in_writev},
    {"send", in_send},
    {"sendto", in_sendto},
    {"sendmsg", in_sendmsg},
    {"recv", in_recv},
    {"recvfrom", in_recvfrom},
    {"recvmsg", in_recvmsg},
    {"accept", in_accept},
    {"poll", in_poll},
    {"ppoll", in_ppoll},
    {"select", in_select},
    {"pselect", in_pselect},
    {"epoll_wait", in_epoll_wait},
    {"epoll_pwait", in_epoll_pwait},
    {"nanosleep", in_nanosleep},
    {"clock_nanosleep", in_clock_nanosleep},
    {"sleep", in_sleep},
    {"usleep", in_usleep},
    {"pause", in_pause},
    {"sigsuspend", in_sigsuspend},
    {"sigwait", in_sigwait},
    {"sigtimedwait", in_sigtimedwait},
    {"sigwaitinfo", in_sigwaitinfo},
    {"wait", in_wait},
    {"waitid", in_waitid},
    {"waitpid", in_waitpid},
    {"fcntl", in_setlkw},
    {"lockf", in_lockf},
    {"msgrcv", in_msgrcv},
    {"msgsnd", in_msgsnd},
    {"pthread_join", in_pthread_join},
    {"thrd_join", in_thrd_join},
    {"pthread_cond_wait", in_cond_wait},
    {"pthread_cond_timedwait", in_cond_timedwait},
    {"pthread_testcancel", in_testcancel},
    {"sem_wait", in_sem_wait},
    {"sem_timedwait", in_sem_timedwait},
    {"open", in_open_fifo},
    {"openat", in_openat_fifo},
    {"creat", in_creat_fifo},
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

static struct gate end;

static void *waits(void *arg)
{
    gate_wait(&end);
    return arg;
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
    CHECK_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, full_pair), 0);
    while (send(full_pair[0], buffer, sizeof buffer, MSG_DONTWAIT) > 0)
        ;
    while (send(full_pair[0], buffer, 1, MSG_DONTWAIT) > 0)
        ;
    epoll = epoll_create1(0);
    CHECK(epoll >= 0);
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

    /* A file whose first byte a child has locked; a message queue that is full of one type. */
    locked = memfd_create("locked", MFD_CLOEXEC);
    CHECK(locked >= 0);
    sleeping_child = fork();
    if (sleeping_child == 0) {
        struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};

        prctl(PR_SET_PDEATHSIG, SIGKILL);
        CHECK_EQ(fcntl(locked, F_SETLK, &lock), 0);
        CHECK_EQ(write(full_pair[1], "!", 1), 1);
        for (;;)
            pause();
    }
    CHECK(sleeping_child > 0);
    CHECK_EQ(recv(full_pair[0], buffer, 1, 0), 1);
    queue = msgget(IPC_PRIVATE, 0600);
    CHECK(queue >= 0);
    endless = test_start(waits, NULL);
}

static void finish(void)
{
    CHECK_EQ(msgctl(queue, IPC_RMID, NULL), 0);
    gate_open(&end);
    test_finish(endless);
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
