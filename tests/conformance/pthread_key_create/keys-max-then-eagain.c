/* SPDX-License-Identifier: MIT */
/*
 * Up to PTHREAD_KEYS_MAX keys can be created per process (less what the implementation itself
 * needs); then EAGAIN. A deleted key makes room for one.
 */
#include "test.h"

int main(void)
{
    static pthread_key_t key[PTHREAD_KEYS_MAX + 1];
    int n = 0, error;

    while ((error = pthread_key_create(&key[n], NULL)) == 0) {
        n++;
        CHECK(n <= PTHREAD_KEYS_MAX);
    }
    CHECK_EQ(error, EAGAIN);
    CHECK(n >= PTHREAD_KEYS_MAX - 8);
    CHECK(n >= 120); /* _POSIX_THREAD_KEYS_MAX is 128 */
    for (int i = 0; i < n; i++)
        CHECK_EQ(pthread_setspecific(key[i], &key[i]), 0);
    for (int i = 0; i < n; i++)
        CHECK_EQ(pthread_getspecific(key[i]), &key[i]);

    CHECK_EQ(pthread_key_delete(key[n / 2]), 0);
    CHECK_EQ(pthread_key_create(&key[n], NULL), 0);
    CHECK_EQ(pthread_getspecific(key[n]), 0);
    CHECK_EQ(pthread_key_create(&key[n / 2], NULL), EAGAIN);
    return 0;
}
