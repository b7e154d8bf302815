/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the key value is invalid: already deleted. (POSIX: may fail.)
 */
#include "test.h"

int main(void)
{
    pthread_key_t key, other;

    CHECK_EQ(pthread_key_create(&other, NULL), 0);
    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    CHECK_EQ(pthread_key_delete(key), 0);
    CHECK_EQ(pthread_key_delete(key), EINVAL);
    CHECK_EQ(pthread_key_delete(other), 0);
    return 0;
}
