/* SPDX-License-Identifier: MIT */
/*
 * Handlers of pthread_atfork whose child side creates threads: registered before the constructors
 * of all libraries, as a tracing agent's may be, by main, and by other handlers.
 */
#include "test.h"

#include <stdbool.h>
#include <sys/wait.h>

enum { FORKS = 5, THREADS = 3, MORE_THREADS = 9, REGISTERED = 10 };

static pthread_key_t key;
static bool has_key;
static int ran, early_ran, nested_left, registrations;

static void *run(void *arg)
{
    if (has_key) {
        CHECK_EQ(pthread_getspecific(key), 0);
        CHECK_EQ(pthread_setspecific(key, arg), 0);
    }
    ADD(&ran, 1);
    return arg;
}

static void create(int count)
{
    pthread_t thread[MORE_THREADS];

    for (int i = 0; i < count; i++)
        thread[i] = test_start(run, &thread[i]);
    for (int i = 0; i < count; i++)
        CHECK_EQ(test_finish(thread[i]), &thread[i]);
}

static void create_threads(void)
{
    create(THREADS);
}

/* Threads that go on past the other handlers. */
static pthread_t staying[THREADS];
static int stop;

static void *stay(void *arg)
{
    char room[3000];

    while (!LOAD(&stop)) {
        memset(room, 1, sizeof room);
        __asm__ volatile("" ::"r"(room) : "memory");
        sched_yield();
    }
    return arg;
}

static void early(void)
{
    early_ran++;
    for (int i = 0; i < THREADS; i++)
        staying[i] = test_start(stay, &staying[i]);
    create_threads();
}

static void end_staying(void)
{
    STORE(&stop, 1);
    for (int i = 0; i < THREADS; i++)
        CHECK_EQ(test_finish(staying[i]), &staying[i]);
}

static void nested(void)
{
    create_threads();
}

/* In the order of glibc they are called for this fork or for later ones. */
static void registers(void)
{
    if (registrations == REGISTERED)
        return;
    registrations++;
    CHECK_EQ(pthread_atfork(NULL, NULL, nested), 0);
}

/* A handler that forks and waits. */
static void forks(void)
{
    int status = 0;
    pid_t pid;

    if (nested_left == 0)
        return;
    nested_left--;
    pid = fork();
    if (pid == 0) {
        create(MORE_THREADS);
        end_staying();
        _exit(43);
    }
    CHECK(pid > 0);
    CHECK_EQ(waitpid(pid, &status, 0), pid);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 43);
}

static bool registered_early;

static void before_all(void)
{
    registered_early = true;
    CHECK_EQ(pthread_atfork(NULL, NULL, early), 0);
}

/* Called before the constructors of all libraries; by libcs that do so. */
__attribute__((section(".preinit_array"), used)) static void (*const preinit)(void) = before_all;

static void *fork_some(void *arg)
{
    for (int i = 0; i < FORKS; i++) {
        int status = 0;
        pid_t pid;

        nested_left = 1;
        pid = fork();
        if (pid == 0) {
            CHECK(early_ran > 0);
            CHECK(LOAD(&ran) >= 2 * THREADS);
            if (has_key)
                CHECK_EQ(pthread_getspecific(key), &key); /* this thread's own, all the while */
            create(MORE_THREADS); /* more than have left something to use again */
            end_staying();
            create_threads();
            _exit(42);
        }
        CHECK(pid > 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK(WIFEXITED(status));
        CHECK_EQ(WEXITSTATUS(status), 42);
    }
    CHECK_EQ(LOAD(&ran), 0);
    return arg;
}

static void *fork_with_value(void *arg)
{
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    fork_some(arg);
    CHECK_EQ(pthread_setspecific(key, NULL), 0);
    return arg;
}

int main(void)
{
    if (!registered_early)
        before_all();
    CHECK_EQ(pthread_atfork(forks, NULL, create_threads), 0);
    /* The process's first thread is one of a child's handler. */
    fork_some(NULL);

    CHECK_EQ(pthread_atfork(registers, registers, registers), 0);
    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    has_key = true;
    test_finish(test_start(fork_with_value, NULL));
    fork_with_value(NULL);
    return 0;
}
