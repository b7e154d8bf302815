/* SPDX-License-Identifier: MIT */
/*
 * A writer excludes readers and other writers: a plain counter loses no increment, and readers
 * never see it half done.
 */
#include "test.h"

enum { WRITERS = 2, READERS = 2, EACH = 4000 };
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static long a, b;

static void *writer(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(pthread_rwlock_wrlock(&lock), 0);
        a++;
        __asm__ volatile("" ::: "memory");
        b++;
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    return arg;
}

static void *reader(void *arg)
{
    for (int i = 0; i < EACH; i++) {
        CHECK_EQ(pthread_rwlock_rdlock(&lock), 0);
        CHECK_EQ(LAUNDER(&a)[0], LAUNDER(&b)[0]);
        CHECK_EQ(pthread_rwlock_unlock(&lock), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[WRITERS + READERS];

    for (int i = 0; i < WRITERS + READERS; i++)
        thread[i] = test_start(i < WRITERS ? writer : reader, NULL);
    for (int i = 0; i < WRITERS + READERS; i++)
        test_finish(thread[i]);
    CHECK_EQ(a, WRITERS * EACH);
    CHECK_EQ(b, WRITERS * EACH);
    return 0;
}
