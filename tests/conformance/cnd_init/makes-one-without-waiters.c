/* SPDX-License-Identifier: MIT */
/*
 * cnd_init makes a condition variable; signalling it while nobody waits has no effect.
 */
#include "test.h"

#include <threads.h>

int main(void)
{
    struct timespec end;
    mtx_t mutex;
    cnd_t cond;
    int result;

    CHECK_EQ(mtx_init(&mutex, mtx_plain), thrd_success);
    memset(&cond, 0x5a, sizeof cond);
    CHECK_EQ(cnd_init(&cond), thrd_success);
    CHECK_EQ(cnd_signal(&cond), thrd_success);
    CHECK_EQ(cnd_broadcast(&cond), thrd_success);
    CHECK_EQ(mtx_lock(&mutex), thrd_success);
    end = now_plus_ms(CLOCK_REALTIME, 10);
    WAIT_UNTIL((result = cnd_timedwait(&cond, &mutex, &end)) != thrd_success);
    CHECK_EQ(result, thrd_timedout);
    CHECK_EQ(mtx_unlock(&mutex), thrd_success);
    cnd_destroy(&cond);
    mtx_destroy(&mutex);
    return 0;
}
