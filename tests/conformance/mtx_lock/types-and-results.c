/* SPDX-License-Identifier: MIT */
/*
 * Mutexes of C11: plain, timed and recursive; thrd_busy, thrd_timedout, thrd_error for a bad type.
 */
#include "test.h"

#include <threads.h>

static mtx_t mutex;
static int expected;

static int other(void *arg)
{
    struct timespec end = now_plus_ms(CLOCK_REALTIME, 20);

    CHECK_EQ(mtx_trylock(&mutex), expected);
    if (expected == thrd_success)
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    else if (arg != NULL)
        CHECK_EQ(mtx_timedlock(&mutex, &end), thrd_timedout);
    return 0;
}

static void run_other(int expect, int timed)
{
    thrd_t thread;

    expected = expect;
    CHECK_EQ(thrd_create(&thread, other, timed ? &mutex : NULL), thrd_success);
    CHECK_EQ(thrd_join(thread, NULL), thrd_success);
}

int main(void)
{
    static const int types[] = {mtx_plain, mtx_timed, mtx_plain | mtx_recursive,
                                mtx_timed | mtx_recursive};

    for (int i = 0; i < 4; i++) {
        int recursive = (types[i] & mtx_recursive) != 0, timed = (types[i] & mtx_timed) != 0;

        CHECK_EQ(mtx_init(&mutex, types[i]), thrd_success);
        CHECK_EQ(mtx_lock(&mutex), thrd_success);
        CHECK_EQ(mtx_trylock(&mutex), recursive ? thrd_success : thrd_busy);
        if (recursive)
            CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        run_other(thrd_busy, timed);
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        run_other(thrd_success, timed);
        mtx_destroy(&mutex);
    }
    return 0;
}
