/* SPDX-License-Identifier: MIT */
/*
 * No destructor is called for a key whose value is NULL, be it never set or set back.
 */
#include "test.h"

static pthread_key_t key;

static void destructor(void *value)
{
    (void)value;
    CHECK(!"called");
}

static void *routine(void *arg)
{
    if (arg != NULL) {
        CHECK_EQ(pthread_setspecific(key, arg), 0);
        CHECK_EQ(pthread_setspecific(key, NULL), 0);
    }
    return NULL;
}

int main(void)
{
    CHECK_EQ(pthread_key_create(&key, destructor), 0);
    test_finish(test_start(routine, NULL));
    test_finish(test_start(routine, (void *)1));
    return 0;
}
