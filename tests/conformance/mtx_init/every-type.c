/* SPDX-License-Identifier: MIT */
/*
 * mtx_init makes a mutex of each of the four types, unlocked; thrd_error for what is no type.
 */
#include "test.h"

#include <threads.h>

int main(void)
{
    static const int types[] = {mtx_plain, mtx_timed, mtx_plain | mtx_recursive,
                                mtx_timed | mtx_recursive};
    static const int bad[] = {4, 8, -1, 0x1000};
    mtx_t mutex;

    for (int i = 0; i < 4; i++) {
        memset(&mutex, 0x5a, sizeof mutex);
        CHECK_EQ(mtx_init(&mutex, types[i]), thrd_success);
        CHECK_EQ(mtx_trylock(&mutex), thrd_success);
        CHECK_EQ(mtx_unlock(&mutex), thrd_success);
        mtx_destroy(&mutex);
        CHECK_EQ(mtx_init(&mutex, bad[i]), thrd_error);
    }
    return 0;
}
