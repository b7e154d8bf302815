/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the key value is none that pthread_key_create gives. (POSIX: undefined.)
 */
#include "pthin-alone.h"

int main(void)
{
    CHECK_EQ(pthread_key_delete((pthread_key_t)PTHREAD_KEYS_MAX), EINVAL);
    CHECK_EQ(pthread_key_delete((pthread_key_t)-1), EINVAL);
    return 0;
}
