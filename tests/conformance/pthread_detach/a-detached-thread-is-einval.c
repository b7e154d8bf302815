/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the value of thread does not refer to a joinable thread (POSIX: undefined).
 */
#include "pthin-alone.h"

int main(void)
{
    pthread_t thread = alone_detached();

    for (int i = 0; i < 5; i++)
        CHECK_EQ(pthread_detach(thread), EINVAL);
    alone_detached_end();
    return 0;
}
