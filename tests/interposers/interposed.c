/* SPDX-License-Identifier: MIT */
/*
 * interposed INTERPOSER first|behind
 *
 * A program one of whose libraries, INTERPOSER, wraps some functions (interposer.h); whether it
 * stands first, so that the program's calls come to it, or behind the one that has the threads, is
 * the second argument. Threads meet at the same objects with the functions that the program is
 * bound to and with the wrappers: all of these have to lead to one implementation, so that no
 * signal is lost and no lock has two owners.
 */
#include "test.h"

#include <dlfcn.h>
#include <semaphore.h>
#include <stdio.h>

#include "interposer.h"

enum { ROUNDS = 400 };

#define MEMBER(function) __typeof(function) *function;
struct way {
    WRAPPED(MEMBER)
};
#undef MEMBER

#define MEMBER(function) .function = function,
static const struct way direct = {WRAPPED(MEMBER)};
#undef MEMBER

/* For two threads, each with its own way. */
static struct shared {
    const struct way *way[2];
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    sem_t sem[2];
    int turn, waits;
} s;

static void turns(const struct way *way, int i)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    for (int round = 0; round < ROUNDS; round++) {
        CHECK_EQ(way->pthread_mutex_lock(&s.mutex), 0);
        while (s.turn != i) {
            s.waits++;
            switch (round % 3) {
            case 0:
                CHECK_EQ(way->pthread_cond_wait(&s.cond, &s.mutex), 0);
                break;
            case 1:
                CHECK_EQ(way->pthread_cond_timedwait(&s.cond, &s.mutex, &end), 0);
                break;
            case 2: /* nobody wraps this one */
                CHECK_EQ(pthread_cond_clockwait(&s.cond, &s.mutex, CLOCK_REALTIME, &end), 0);
                break;
            }
        }
        s.turn = !i;
        if (round % 4)
            CHECK_EQ(pthread_cond_signal(&s.cond), 0);
        else
            CHECK_EQ(pthread_cond_broadcast(&s.cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&s.mutex), 0);
    }
}

static void *run(void *arg)
{
    int i = (int)(intptr_t)arg;
    const struct way *way = s.way[i];
    struct timespec end = now_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

    turns(way, i);
    for (int round = 0; round < ROUNDS; round++) {
        CHECK_EQ(sem_post(&s.sem[!i]), 0);
        CHECK_EQ(way->sem_timedwait(&s.sem[i], &end), 0);
    }
    return arg;
}

static void meet(const struct way *a, const struct way *b)
{
    s.way[0] = a;
    s.way[1] = b;
    s.turn = 0;
    CHECK_EQ(pthread_mutex_init(&s.mutex, NULL), 0);
    CHECK_EQ(pthread_cond_init(&s.cond, NULL), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(sem_init(&s.sem[i], 0, 0), 0);
    pthread_t thread[2];
    for (intptr_t i = 0; i < 2; i++)
        CHECK_EQ(s.way[i]->pthread_create(&thread[i], NULL, run, (void *)i), 0);
    for (intptr_t i = 0; i < 2; i++)
        CHECK_EQ((intptr_t)test_finish(thread[i]), i);
    CHECK_EQ(pthread_mutex_destroy(&s.mutex), 0);
    CHECK_EQ(pthread_cond_destroy(&s.cond), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(sem_destroy(&s.sem[i]), 0);
}

static const char *library_of(void *function)
{
    Dl_info info;

    CHECK(dladdr(function, &info) != 0);
    return info.dli_fname;
}

/* What the wrappers found is in the library of the functions that nobody wraps. */
static void check_found(const struct wrapped *wrapped)
{
    const char *library = library_of(dlsym(RTLD_DEFAULT, "pthread_cond_signal"));

    for (int i = 0; i < WRAPPED_COUNT; i++) {
        const char *found = library_of(wrapped[i].real);

        if (!test_same(found, library)) {
            fprintf(stderr, "%s: found in %s, not in %s\n", wrapped[i].name, found, library);
            test_exit(1);
        }
    }
}

int main(int argc, char **argv)
{
    struct wrapped *wrapped;
    struct way wrappers;
    void *interposer;
    int first;

    CHECK_EQ(argc, 3);
    first = test_same(argv[2], "first");
    interposer = dlopen(argv[1], RTLD_NOW | RTLD_NOLOAD);
    CHECK(interposer != NULL);
    wrapped = dlsym(interposer, "interposer_wrapped");
    CHECK(wrapped != NULL);
#define FIND(function)                                                                             \
    wrappers.function = dlsym(interposer, #function);                                              \
    CHECK_EQ(dlsym(RTLD_DEFAULT, #function) == (void *)wrappers.function, first);
    WRAPPED(FIND)
#undef FIND

    meet(&direct, &direct);
    for (int i = 0; i < WRAPPED_COUNT; i++)
        CHECK_EQ(wrapped[i].calls > 0, first);
    meet(&direct, &wrappers);
    meet(&wrappers, &direct);
    meet(&wrappers, &wrappers);
    CHECK(s.waits > 0);
    for (int i = 0; i < WRAPPED_COUNT; i++)
        CHECK(wrapped[i].calls > 0);
    check_found(wrapped);
    return 0;
}
