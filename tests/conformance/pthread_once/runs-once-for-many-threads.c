/* SPDX-License-Identifier: MIT */
/*
 * The first call by any thread in the process shall call init_routine; all others shall not.
 */
#include "test.h"

enum { THREADS = 6, ONCES = 200 };
static pthread_once_t once[ONCES];
static int ran[ONCES], now;
static struct gate go;

static void init(void)
{
    ADD(&ran[0], 0);
    __atomic_add_fetch(&now, 1, __ATOMIC_RELAXED);
}

static void *routine(void *arg)
{
    gate_wait(&go);
    for (int i = 0; i < ONCES; i++) {
        CHECK_EQ(pthread_once(&once[i], init), 0);
        CHECK(__atomic_load_n(&now, __ATOMIC_RELAXED) >= i + 1);
    }
    return arg;
}

int main(void)
{
    static const pthread_once_t fresh = PTHREAD_ONCE_INIT;
    pthread_t thread[THREADS];

    for (int i = 0; i < ONCES; i++)
        memcpy(&once[i], &fresh, sizeof fresh);
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, NULL);
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    CHECK_EQ(now, ONCES);
    return 0;
}
