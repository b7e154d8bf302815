/* SPDX-License-Identifier: MIT */
/*
 * EINVAL if the key value is invalid. (POSIX: may fail.)
 */
#include "test.h"

int main(void)
{
    pthread_key_t key;

    CHECK_EQ(pthread_key_create(&key, NULL), 0);
    CHECK_EQ(pthread_setspecific(key, &key), 0);
    CHECK_EQ(pthread_key_delete(key), 0);
    CHECK_EQ(pthread_setspecific(key, &key), EINVAL);
    return 0;
}
