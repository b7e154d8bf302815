/* SPDX-License-Identifier: MIT */
/*
 * All callers see what init_routine wrote, with no other synchronization.
 */
#include "test.h"

enum { ROUNDS = 300 };
static pthread_once_t once[ROUNDS];
static long plain[ROUNDS][8];
static int at;
static struct gate go;

static void init(void)
{
    int i = __atomic_fetch_add(&at, 1, __ATOMIC_RELAXED);

    for (int j = 0; j < 8; j++)
        plain[i][j] = i + j + 1;
}

static void *routine(void *arg)
{
    gate_wait(&go);
    for (int i = 0; i < ROUNDS; i++) {
        CHECK_EQ(pthread_once(&once[i], init), 0);
        for (int j = 0; j < 8; j++)
            CHECK_EQ(plain[i][j], i + j + 1);
    }
    return arg;
}

int main(void)
{
    static const pthread_once_t fresh = PTHREAD_ONCE_INIT;
    pthread_t thread[3];

    for (int i = 0; i < ROUNDS; i++)
        memcpy(&once[i], &fresh, sizeof fresh);
    for (int i = 0; i < 3; i++)
        thread[i] = test_start(routine, NULL);
    gate_open(&go);
    for (int i = 0; i < 3; i++)
        test_finish(thread[i]);
    return 0;
}
