/* SPDX-License-Identifier: MIT */
/*
 * faketime LIBRARY
 *
 * Under libfaketime, which tells another time than it is, and turns the times until which the program
 * waits into real ones: so it stands in front of the functions that wait, and of no others. These are
 * LIBRARY's. Signals and posts reach those who wait by libfaketime, and what nobody ends takes as long
 * as was asked for.
 */
#include "test.h"

#include <dlfcn.h>
#include <semaphore.h>

enum { ROUNDS = 200, SHORT_MS = 100 };

static struct shared {
    pthread_mutex_t mutex;
    pthread_cond_t cond[2]; /* by their clocks */
    sem_t sem[2];
    int turn, waits;
} s = {.mutex = PTHREAD_MUTEX_INITIALIZER};

static const clockid_t clocks[2] = {CLOCK_REALTIME, CLOCK_MONOTONIC};

/* In the time that the program sees; now_plus_ms knows only the real one. */
static struct timespec told_plus_ms(clockid_t clock, long ms)
{
    struct timespec t;

    CHECK_EQ(clock_gettime(clock, &t), 0);
    t.tv_sec += ms / 1000;
    t.tv_nsec += ms % 1000 * 1000000;
    if (t.tv_nsec >= TEST_SECOND) {
        t.tv_sec++;
        t.tv_nsec -= TEST_SECOND;
    }
    return t;
}

static void *run(void *arg)
{
    int i = (int)(intptr_t)arg;

    for (int round = 0; round < 2 * ROUNDS; round++) {
        int which = round >= ROUNDS;
        struct timespec end = told_plus_ms(clocks[which], TEST_BOUND_MS);

        CHECK_EQ(pthread_mutex_lock(&s.mutex), 0);
        while (s.turn != i) {
            s.waits++;
            CHECK_EQ(pthread_cond_timedwait(&s.cond[which], &s.mutex, &end), 0);
        }
        s.turn = !i;
        /* The other one may be a round behind, or ahead. */
        CHECK_EQ(pthread_cond_signal(&s.cond[0]), 0);
        CHECK_EQ(pthread_cond_signal(&s.cond[1]), 0);
        CHECK_EQ(pthread_mutex_unlock(&s.mutex), 0);
    }
    for (int round = 0; round < ROUNDS; round++) {
        struct timespec end = told_plus_ms(CLOCK_REALTIME, TEST_BOUND_MS);

        CHECK_EQ(sem_post(&s.sem[!i]), 0);
        CHECK_EQ(sem_timedwait(&s.sem[i], &end), 0);
    }
    return arg;
}

/* Half the time is left to the noise of two clocks that are read one after the other. */
#define CHECK_TAKES_LONG(wait, result)                                                             \
    do {                                                                                           \
        long long from_ = test_now_ns(CLOCK_MONOTONIC);                                            \
        CHECK_EQ(wait, result);                                                                    \
        CHECK(test_now_ns(CLOCK_MONOTONIC) - from_ >= SHORT_MS * 1000000LL / 2);                   \
    } while (0)

static void nobody_comes(void)
{
    struct timespec end;

    CHECK_EQ(pthread_mutex_lock(&s.mutex), 0);
    for (int i = 0; i < 2; i++) {
        end = told_plus_ms(clocks[i], SHORT_MS);
        CHECK_TAKES_LONG(pthread_cond_timedwait(&s.cond[i], &s.mutex, &end), ETIMEDOUT);
    }
    CHECK_EQ(pthread_mutex_unlock(&s.mutex), 0);
    end = told_plus_ms(CLOCK_REALTIME, SHORT_MS);
    CHECK_TAKES_LONG(sem_timedwait(&s.sem[0], &end), -1);
    CHECK_EQ(errno, ETIMEDOUT);
}

static void check_library(const char *function, const char *library)
{
    Dl_info info;

    CHECK(dladdr(dlsym(RTLD_DEFAULT, function), &info) != 0);
    if (!test_find(info.dli_fname, library)) {
        test_note(info.dli_fname);
        test_note(function);
        test_fail(__FILE__, __LINE__, "is in that library");
    }
}

int main(int argc, char **argv)
{
    struct timespec told;
    pthread_condattr_t attr;
    pthread_t thread[2];

    CHECK_EQ(argc, 2);
    check_library("pthread_cond_timedwait", "libfaketime");
    check_library("sem_timedwait", "libfaketime");
    check_library("pthread_cond_signal", argv[1]);
    CHECK_EQ(clock_gettime(CLOCK_REALTIME, &told), 0);
    CHECK(llabs(told.tv_sec - test_now(CLOCK_REALTIME).tv_sec) > 24 * 3600);

    for (int i = 0; i < 2; i++) {
        CHECK_EQ(pthread_condattr_init(&attr), 0);
        CHECK_EQ(pthread_condattr_setclock(&attr, clocks[i]), 0);
        CHECK_EQ(pthread_cond_init(&s.cond[i], &attr), 0);
        CHECK_EQ(pthread_condattr_destroy(&attr), 0);
        CHECK_EQ(sem_init(&s.sem[i], 0, 0), 0);
    }
    for (intptr_t i = 0; i < 2; i++)
        thread[i] = test_start(run, (void *)i);
    for (intptr_t i = 0; i < 2; i++)
        CHECK_EQ((intptr_t)test_finish(thread[i]), i);
    CHECK(s.waits > 0);
    nobody_comes();
    for (int i = 0; i < 2; i++)
        CHECK_EQ(pthread_cond_destroy(&s.cond[i]), 0);
    return 0;
}
