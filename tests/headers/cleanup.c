/* SPDX-License-Identifier: MIT */
/* Cleanup handlers run in the right order, on pop and on pthread_exit and cancellation, nested,
 * from a called function, with the cancellation type saved and restored.
 *
 * Compile as C and as C++, each with and without -fexceptions, with -D_GNU_SOURCE -Wall -Wextra
 * -Wshadow -pedantic -Werror at -O0 and -O2; the object files of two of these ways must also work
 * linked together. Run; 0 is success, else the line number of the failed check is on stderr of
 * hosts that have one, and the exit status is 1. */
#include <pthread.h>
#include <signal.h>
#include <time.h>

#ifdef __GLIBC__
#    include <stdio.h>
#    define SAY(line) fprintf(stderr, "cleanup: line %d\n", line)
#else
#    define SAY(line) ((void)0)
#endif

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            SAY(__LINE__);                                                                         \
            failed = 1;                                                                            \
        }                                                                                          \
    } while (0)

static volatile int failed;
static volatile int order[8];
static volatile int ran;

static void note(void *number)
{
    if (ran < 8)
        order[ran] = *(int *)number;
    ran = ran + 1;
}

static volatile int pushed;
static const struct timespec tick = {0, 1000000};
static int one = 1, two = 2, three = 3;

static void called(void)
{
    pthread_cleanup_push(note, &three);
    pthread_exit(&one);
    pthread_cleanup_pop(0);
}

static void *exits(void *unused)
{
    (void)unused;
    pthread_cleanup_push(note, &one);
    pthread_cleanup_push(note, &two);
    called();
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return 0;
}

static void *pops(void *unused)
{
    (void)unused;
    pthread_cleanup_push(note, &one);
    pthread_cleanup_push(note, &two);
    if (ran == 0)
        goto out;
    note(&three);
out:
    pthread_cleanup_pop(1);
    CHECK(ran == 1 && order[0] == 2);
    pthread_cleanup_pop(0);
    CHECK(ran == 1);
    return &two;
}

static void *cancelled(void *unused)
{
    (void)unused;
    pthread_cleanup_push(note, &one);
    pthread_cleanup_push(note, &two);
    pushed = 1;
    for (;;) {
        pthread_testcancel();
        nanosleep(&tick, 0);
    }
    pthread_cleanup_pop(0);
    pthread_cleanup_pop(0);
    return 0;
}

static void *defers(void *unused)
{
    int type = -1;
    (void)unused;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    CHECK(type == PTHREAD_CANCEL_DEFERRED);
    pthread_cleanup_push_defer_np(note, &one);
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    CHECK(type == PTHREAD_CANCEL_DEFERRED);
    pthread_cleanup_pop_restore_np(1);
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    CHECK(type == PTHREAD_CANCEL_ASYNCHRONOUS);
    CHECK(ran == 1 && order[0] == 1);
    return &three;
}

static void *run(void *(*routine)(void *), int cancel)
{
    pthread_t thread;
    void *result = 0;
    ran = 0;
    if (pthread_create(&thread, 0, routine, 0) != 0) {
        CHECK(!"pthread_create");
        return 0;
    }
    if (cancel) {
        while (!pushed)
            nanosleep(&tick, 0);
        CHECK(pthread_cancel(thread) == 0);
    }
    CHECK(pthread_join(thread, &result) == 0);
    return result;
}

int main(void)
{
    CHECK(run(exits, 0) == &one);
    CHECK(ran == 3 && order[0] == 3 && order[1] == 2 && order[2] == 1);

    CHECK(run(pops, 0) == &two);
    CHECK(ran == 1);

    CHECK(run(defers, 0) == &three);
    CHECK(ran == 1);

    CHECK(run(cancelled, 1) == PTHREAD_CANCELED);
    CHECK(ran == 2 && order[0] == 2 && order[1] == 1);
    return failed;
}
