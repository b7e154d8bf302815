/* SPDX-License-Identifier: MIT */
/*
 * A mutex that was locked while there was one thread is locked for the threads that come then, and
 * they go on where the first one left it: recursive levels too.
 */
#include <errno.h>

#include "test.h"

static pthread_mutex_t normal = PTHREAD_MUTEX_INITIALIZER, recursive, errorcheck;
static pthread_mutex_t *const all[] = {&normal, &recursive, &errorcheck};
#define COUNT (sizeof all / sizeof all[0])

static void init(pthread_mutex_t *m, int type)
{
    pthread_mutexattr_t attr;
    CHECK(pthread_mutexattr_init(&attr) == 0);
    CHECK(pthread_mutexattr_settype(&attr, type) == 0);
    CHECK(pthread_mutex_init(m, &attr) == 0);
}

static void *find_locked(void *arg)
{
    for (size_t i = 0; i < COUNT; i++)
        CHECK(pthread_mutex_trylock(all[i]) == EBUSY);
    return arg;
}

static void *lock_each(void *arg)
{
    for (size_t i = 0; i < COUNT; i++) {
        CHECK(pthread_mutex_lock(all[i]) == 0);
        CHECK(pthread_mutex_unlock(all[i]) == 0);
    }
    return arg;
}

static void in_thread(void *(*f)(void *))
{
    pthread_t t;
    CHECK(pthread_create(&t, NULL, f, NULL) == 0);
    CHECK(pthread_join(t, NULL) == 0);
}

int main(void)
{
    init(&recursive, PTHREAD_MUTEX_RECURSIVE);
    init(&errorcheck, PTHREAD_MUTEX_ERRORCHECK);
    for (size_t i = 0; i < COUNT; i++) {
        /* All of this before the first create. */
        CHECK(pthread_mutex_trylock(all[i]) == 0);
        CHECK(pthread_mutex_unlock(all[i]) == 0);
        CHECK(pthread_mutex_lock(all[i]) == 0);
    }
    CHECK(pthread_mutex_trylock(&normal) == EBUSY);
    CHECK(pthread_mutex_lock(&errorcheck) == EDEADLK);
    CHECK(pthread_mutex_lock(&recursive) == 0);

    in_thread(find_locked);
    CHECK(pthread_mutex_unlock(&recursive) == 0);
    in_thread(find_locked);
    for (size_t i = 0; i < COUNT; i++)
        CHECK(pthread_mutex_unlock(all[i]) == 0);
    in_thread(lock_each);
    for (size_t i = 0; i < COUNT; i++)
        CHECK(pthread_mutex_destroy(all[i]) == 0);
    return 0;
}
