/* SPDX-License-Identifier: MIT */
/*
 * What the kernel keeps of a thread, set and asked for: scheduling, CPUs, name, signals, user ID.
 * For the sandboxes; the arguments are those of refused.h. Whatever is refused, a thread that was
 * created runs, and what was not created has left nothing.
 */
#include "refused.h"

enum { THREADS = 3, NOBODY = 65534, USER_SIGNAL = SIGUSR1 };

static struct gate go, handled;

static void *live(void *arg)
{
    gate_wait(&go);
    return arg;
}

static void *routine(void *arg)
{
    return arg;
}

/* What is created runs; whether it is or not, the next one does. */
static void create(const pthread_attr_t *attr, int may_fail)
{
    pthread_t thread;
    int error = pthread_create(&thread, attr, routine, &go);

    if (error == 0)
        CHECK(test_finish(thread) == &go);
    else
        CHECK(refused || (may_fail && error == EPERM));
    CHECK(test_finish(test_start(routine, &handled)) == &handled);
}

static void scheduling(pthread_t thread)
{
    struct sched_param none = {.sched_priority = 0}, high = {.sched_priority = 1}, param;
    pthread_attr_t attr;
    int policy, error;

    CHECK_ASKED(pthread_getschedparam(pthread_self(), &policy, &param));
    CHECK_ASKED(pthread_getschedparam(thread, &policy, &param));
    CHECK_ASKED(pthread_setschedparam(thread, SCHED_OTHER, &none));
    CHECK_ASKED(pthread_setschedprio(thread, 0));
    error = pthread_setschedparam(thread, SCHED_FIFO, &high);
    CHECK(error == 0 || error == EPERM || refused);
    CHECK_ASKED(pthread_setschedparam(thread, SCHED_OTHER, &none));

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setinheritsched(&attr, PTHREAD_EXPLICIT_SCHED), 0);
    create(&attr, 0);
    CHECK_EQ(pthread_attr_setschedpolicy(&attr, SCHED_FIFO), 0);
    CHECK_EQ(pthread_attr_setschedparam(&attr, &high), 0);
    create(&attr, 1);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

static void cpus(pthread_t thread)
{
    pthread_attr_t attr;
    cpu_set_t set;
    int error = pthread_getaffinity_np(pthread_self(), sizeof set, &set);

    if (error != 0) {
        CHECK(refused);
        CPU_ZERO(&set);
        CPU_SET(0, &set);
    }
    CHECK_ASKED(pthread_setaffinity_np(thread, sizeof set, &set));
    CHECK_ASKED(pthread_setaffinity_np(pthread_self(), sizeof set, &set));
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof set, &set), 0);
    create(&attr, 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

static void names(pthread_t thread)
{
    char name[16];

    CHECK_ASKED(pthread_setname_np(pthread_self(), "settings"));
    CHECK_ASKED(pthread_getname_np(pthread_self(), name, sizeof name));
    CHECK_ASKED(pthread_setname_np(thread, "other"));
    CHECK_ASKED(pthread_getname_np(thread, name, sizeof name));
}

static void stacks(pthread_t thread)
{
    pthread_attr_t attr;
    int error = pthread_getattr_np(pthread_self(), &attr);

    CHECK(error == 0 || refused);
    if (error == 0)
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
    error = pthread_getattr_np(thread, &attr);
    CHECK(error == 0 || refused);
    if (error == 0)
        CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

static void clocks(pthread_t thread)
{
    clockid_t clock;

    CHECK_EQ(pthread_getcpuclockid(thread, &clock), 0);
    CHECK_EQ(TEST_SYS2(clock_gettime, clock, &(struct timespec){0}), 0);
}

static void handle(int number)
{
    CHECK_EQ(number, USER_SIGNAL);
    gate_open(&handled);
}

static void signals(pthread_t thread)
{
    struct sigaction action = {.sa_handler = handle};
    pthread_attr_t attr;
    sigset_t set;

    CHECK_EQ(sigaction(USER_SIGNAL, &action, NULL), 0);
    CHECK_EQ(pthread_kill(thread, USER_SIGNAL), 0);
    gate_wait_for(&handled, 1);
    CHECK_EQ(pthread_sigqueue(thread, USER_SIGNAL, (union sigval){.sival_int = 1}), 0);
    gate_wait_for(&handled, 2);
    CHECK_EQ(sigemptyset(&set), 0);
    CHECK_EQ(sigaddset(&set, USER_SIGNAL), 0);
    CHECK_EQ(pthread_attr_init(&attr), 0);
    CHECK_EQ(pthread_attr_setsigmask_np(&attr, &set), 0);
    create(&attr, 0);
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
}

#ifndef TEST_HOST_NONE
static struct gate ask, told;

/* Asked twice, it says what the kernel holds to be its user. */
static void *tell(void *arg)
{
    long *users = arg;

    for (int i = 0; i < 2; i++) {
        gate_wait_for(&ask, i + 1);
        users[i] = TEST_SYS0(geteuid);
        gate_open(&told);
    }
    return arg;
}

/* Reaches all threads, by a signal of the library's. */
static void users(void)
{
    static long users[THREADS][2];
    pthread_t thread[THREADS];
    long before = TEST_SYS0(geteuid), other = NOBODY;

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(tell, users[i]);
    if (seteuid(NOBODY) != 0) {
        CHECK(before != 0 || errno == EINVAL || errno == EPERM);
        other = before;
        CHECK_EQ(seteuid((uid_t)before), 0); /* that much is allowed to all */
    }
    gate_open(&ask);
    gate_wait_for(&told, THREADS);
    CHECK_EQ(seteuid((uid_t)before), 0);
    gate_open(&ask);
    for (int i = 0; i < THREADS; i++) {
        test_finish(thread[i]);
        CHECK_EQ(users[i][0], other);
        CHECK_EQ(users[i][1], before);
    }
}
#else
static void users(void) {} /* there is no such function */
#endif

int main(int argc, char **argv)
{
    pthread_t thread;

    refused_begin(argc, argv);
    thread = test_start(live, &thread);
    scheduling(thread);
    cpus(thread);
    names(thread);
    stacks(thread);
    clocks(thread);
    signals(thread);
    users();
    gate_open(&go);
    CHECK(test_finish(thread) == &thread);
    return 0;
}
