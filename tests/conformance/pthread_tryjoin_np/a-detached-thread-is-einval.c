/* SPDX-License-Identifier: MIT */
/*
 * The error of pthread_join: EINVAL for a detached thread (POSIX: undefined).
 */
#include "pthin-alone.h"

int main(void)
{
    pthread_t thread = alone_detached();

    CHECK_EQ(pthread_tryjoin_np(thread, NULL), EINVAL);
    alone_detached_end();
    return 0;
}
