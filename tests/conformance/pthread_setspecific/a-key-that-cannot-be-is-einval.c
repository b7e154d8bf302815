/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the key value is none that pthread_key_create gives. (POSIX: undefined.)
 */
#include "pthin-alone.h"

int main(void)
{
    int value;

    CHECK_EQ(pthread_setspecific((pthread_key_t)PTHREAD_KEYS_MAX, &value), EINVAL);
    CHECK_EQ(pthread_setspecific((pthread_key_t)-1, &value), EINVAL);
    return 0;
}
