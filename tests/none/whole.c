/* SPDX-License-Identifier: MIT */
/*
 * A program with no libc that uses every part: threads joined and detached, thread-local variables
 * with alignment 64 and 4096 and with addresses in their initial values, keys with destructors,
 * mutexes, condition variables, errno, cleanup handlers, signals.
 */
#include "test.h"

enum { N = 8, EACH = 200 };

static int object;
static _Thread_local int number = 5;
static _Thread_local int *pointer = &object; /* a relocation in a static PIE */
static _Alignas(64) _Thread_local char a64[64] = {1};
static _Alignas(4096) _Thread_local char a4096[100] = {2};
static _Thread_local char zeros[10000];

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static pthread_key_t key;
static int turn, destroyed, cleaned, handled;
static struct gate gone;

static void check_tls(void)
{
    CHECK_EQ(number, 5);
    CHECK_EQ(pointer, &object);
    CHECK_EQ(LAUNDER((uintptr_t)a64) % 64, 0);
    CHECK_EQ(LAUNDER((uintptr_t)a4096) % 4096, 0);
    CHECK_EQ(a64[0], 1);
    CHECK_EQ(a4096[0], 2);
    for (size_t i = 0; i < sizeof zeros; i++)
        CHECK_EQ(zeros[i], 0);
    number = 6;
    pointer = NULL;
    a64[0] = a4096[0] = 7;
    memset(zeros, 8, sizeof zeros);
}

static void destroy(void *value)
{
    CHECK_EQ(*(int *)value, 6);
    ADD(&destroyed, 1);
}

static void clean(void *arg)
{
    ADD((int *)arg, 1);
}

static void handler(int sig)
{
    CHECK_EQ(sig, SIGUSR1);
    ADD(&handled, 1);
}

static void *routine(void *arg)
{
    int me = (int)(intptr_t)arg;

    check_tls();
    CHECK_EQ(pthread_getspecific(key), 0);
    CHECK_EQ(pthread_setspecific(key, &number), 0);
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(pthread_mutex_lock(&mutex), 0);
        while (turn % N != me)
            CHECK_EQ(pthread_cond_wait(&cond, &mutex), 0);
        turn++;
        CHECK_EQ(pthread_cond_broadcast(&cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&mutex), 0);
    }
    errno = me;
    CHECK_EQ(pthread_kill(pthread_self(), SIGUSR1), 0);
    CHECK_EQ(errno, me);
    pthread_cleanup_push(clean, &cleaned);
    if (me % 2)
        pthread_exit((void *)(intptr_t)(me + 100));
    pthread_cleanup_pop(1);
    return (void *)(intptr_t)(me + 100);
}

static void *detached(void *arg)
{
    check_tls();
    gate_open(&gone);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread[N];

    check_tls();
    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    CHECK_EQ(pthread_key_create(&key, destroy), 0);
    for (int round = 1; round <= 3; round++) {
        for (int i = 0; i < N; i++)
            thread[i] = test_start(routine, (void *)(intptr_t)i);
        for (int i = 0; i < N; i++)
            CHECK_EQ(test_finish(thread[i]), i + 100);
        CHECK_EQ(turn, round * N * EACH);
        CHECK_EQ(destroyed, round * N);
        CHECK_EQ(cleaned, round * N);
        CHECK_EQ(handled, round * N);
        for (int i = 0; i < 50; i++)
            CHECK_EQ(pthread_detach(test_start(detached, NULL)), 0);
        gate_wait_for(&gone, 50 * round);
    }
    return 0;
}
