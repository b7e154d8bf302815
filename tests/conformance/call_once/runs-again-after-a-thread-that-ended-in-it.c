/* SPDX-License-Identifier: MIT */
/*
 * If the function ends its thread, or the thread is cancelled in it, the next call runs it again,
 * also one that is waiting already.
 */
#include "test.h"

#include <threads.h>

static once_flag flags[2] = {ONCE_FLAG_INIT, ONCE_FLAG_INIT};
static struct gate in, go;
static int runs;

static void exits(void)
{
    if (ADD(&runs, 1) > 1)
        return;
    gate_open(&in);
    gate_wait(&go);
    thrd_exit(4);
}

static void is_cancelled(void)
{
    if (ADD(&runs, 1) > 1)
        return;
    gate_open(&in);
    for (;;)
        pthread_testcancel();
}

static int first(void *arg)
{
    call_once(arg, arg == &flags[0] ? exits : is_cancelled);
    CHECK(!"came back");
    return 0;
}

static pid_t tid;

static int second(void *arg)
{
    STORE(&tid, test_gettid());
    call_once(arg, arg == &flags[0] ? exits : is_cancelled);
    CHECK_EQ(LOAD(&runs), 2);
    return 0;
}

int main(void)
{
    for (int i = 0; i < 2; i++) {
        thrd_t one, two;
        int result = 0;

        runs = 0;
        STORE(&tid, 0);
        CHECK_EQ(thrd_create(&one, first, &flags[i]), thrd_success);
        gate_wait_for(&in, i + 1);
        CHECK_EQ(thrd_create(&two, second, &flags[i]), thrd_success);
        WAIT_UNTIL(LOAD(&tid) != 0);
        wait_until_blocked(tid);
        if (i == 0)
            gate_open(&go);
        else
            CHECK_EQ(pthread_cancel((pthread_t)one), 0);
        CHECK_EQ(thrd_join(one, &result), thrd_success);
        CHECK_EQ(result, i == 0 ? 4 : -1);
        CHECK_EQ(thrd_join(two, &result), thrd_success);
        CHECK_EQ(result, 0);
        CHECK_EQ(LOAD(&runs), 2);
    }
    return 0;
}
