/* SPDX-License-Identifier: MIT */
/*
 * libpthin.so, the argument, is loaded into a program that runs on glibc and has fork handlers. One
 * of them creates threads of the library's in the child, before the library's own handler is
 * called. And key values of glibc's are right in the library's threads, and are destroyed.
 */
#include "test.h"

#include <dlfcn.h>
#include <stdio.h>
#include <sys/wait.h>

enum { FORKS = 5, THREADS = 3, MORE_THREADS = 9 };

static int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
static int (*join)(pthread_t, void **);
static int (*key_create)(pthread_key_t *, void (*)(void *));
static int (*key_delete)(pthread_key_t);
static int (*library_setspecific)(pthread_key_t, const void *);
static int ran, stop;
static pthread_t staying;

/* Goes on past the library's own handler. */
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

static void *run(void *arg)
{
    ADD(&ran, 1);
    return arg;
}

static void create_threads(int count)
{
    pthread_t thread[MORE_THREADS];
    pthread_key_t key;
    void *result;

    if (!create)
        return;
    CHECK_EQ(key_create(&key, NULL), 0);
    CHECK_EQ(key_delete(key), 0); /* looks at all threads */
    for (int i = 0; i < count; i++)
        CHECK_EQ(create(&thread[i], NULL, run, &thread[i]), 0);
    for (int i = 0; i < count; i++) {
        CHECK_EQ(join(thread[i], &result), 0);
        CHECK_EQ(result, &thread[i]);
    }
}

static void child(void)
{
    if (create)
        CHECK_EQ(create(&staying, NULL, stay, NULL), 0);
    create_threads(THREADS);
}

static void *fork_some(void *arg)
{
    for (int i = 0; i < FORKS; i++) {
        int status = 0;
        pid_t pid = fork();

        if (pid == 0) {
            CHECK(LOAD(&ran) >= THREADS);
            create_threads(MORE_THREADS); /* more than have left something to use again */
            STORE(&stop, 1);
            CHECK_EQ(join(staying, NULL), 0);
            create_threads(THREADS);
            _exit(42);
        }
        CHECK(pid > 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK(WIFEXITED(status));
        CHECK_EQ(WEXITSTATUS(status), 42);
    }
    return arg;
}

/* ---- Keys of glibc's, in threads of the library's ---- */

enum { KEYS = 40 }; /* more than glibc keeps in a thread's descriptor */

static pthread_key_t keys[KEYS], other_key;
static int destroyed, other_destroyed, left;

static void destroy_other(void *value)
{
    CHECK_EQ(value, &other_key);
    other_destroyed++;
}

/* The first two times it sets values again, of a key of either side. */
static void destroy(void *value)
{
    destroyed++;
    if (left > 0) {
        left--;
        CHECK_EQ(pthread_setspecific(keys[0], value), 0);
        CHECK_EQ(library_setspecific(other_key, &other_key), 0);
    }
}

static void *use_keys(void *arg)
{
    for (int i = 0; i < KEYS; i++) {
        CHECK_EQ(pthread_getspecific(keys[i]), 0);
        CHECK_EQ(pthread_setspecific(keys[i], &keys[i]), 0);
    }
    return arg;
}

static void check_keys(void)
{
    for (int i = 0; i < KEYS; i++)
        CHECK_EQ(pthread_key_create(&keys[i], destroy), 0);
    CHECK_EQ(key_create(&other_key, destroy_other), 0);
    for (int round = 0; round < 3; round++) {
        pthread_t thread;

        destroyed = other_destroyed = 0;
        left = 2;
        CHECK_EQ(create(&thread, NULL, use_keys, NULL), 0);
        CHECK_EQ(join(thread, NULL), 0);
        CHECK_EQ(destroyed, KEYS + 1);
        CHECK_EQ(other_destroyed, 1);
    }
    for (int i = 0; i < KEYS; i++)
        CHECK_EQ(pthread_key_delete(keys[i]), 0);
    CHECK_EQ(key_delete(other_key), 0);
}

static void *find(void *library, const char *name)
{
    void *function = dlsym(library, name);

    CHECK(function != NULL);
    return function;
}

int main(int argc, char **argv)
{
    void *library;
    pthread_t thread;

    CHECK_EQ(argc, 2);
    CHECK_EQ(pthread_atfork(NULL, NULL, child), 0);
    library = dlopen(argv[1], RTLD_NOW);
    if (!library)
        fprintf(stderr, "%s\n", dlerror());
    CHECK(library != NULL);
    join = find(library, "pthread_join");
    key_create = find(library, "pthread_key_create");
    key_delete = find(library, "pthread_key_delete");
    library_setspecific = find(library, "pthread_setspecific");
    create = find(library, "pthread_create");

    fork_some(NULL);
    ran = 0;
    CHECK_EQ(create(&thread, NULL, fork_some, NULL), 0); /* from a thread of the library's */
    CHECK_EQ(join(thread, NULL), 0);
    /* And from one of glibc's. */
    ran = 0;
    thread = test_start(fork_some, NULL);
    test_finish(thread);
    check_keys();
    return 0;
}
