/* SPDX-License-Identifier: MIT */
/*
 * A robust mutex that is destroyed by the thread that has it is off that thread's list: its memory
 * can go, and the thread locks others, and ends, without looking there. (The libcs leave it on the
 * list, so this would crash them.)
 */
#include "mutexes.h"

static pthread_mutex_t first, last;

static int destroy_and_go_on(void *arg)
{
    struct mutex_sort sort = *(struct mutex_sort *)arg;
    pthread_mutex_t *between = test_map(TEST_PAGE);

    mutex_make(&first, sort);
    mutex_make(between, sort);
    mutex_make(&last, sort);
    for (int i = 0; i < 3; i++) { /* alone, as the last of two, as the first of two */
        pthread_mutex_t *others[] = {NULL, &first, &last};
        pthread_mutex_t *other = others[i];

        if (i == 1)
            CHECK_EQ(pthread_mutex_lock(other), 0);
        CHECK_EQ(pthread_mutex_lock(between), 0);
        if (i == 2)
            CHECK_EQ(pthread_mutex_lock(other), 0);
        CHECK_EQ(pthread_mutex_destroy(between), 0);
        test_unmap(between, TEST_PAGE);
        if (other) {
            CHECK_EQ(pthread_mutex_unlock(other), 0);
            CHECK_EQ(pthread_mutex_lock(other), 0);
            CHECK_EQ(pthread_mutex_unlock(other), 0);
        }
        between = test_map(TEST_PAGE);
        mutex_make(between, sort);
    }
    /* What it has at its end is found by the kernel, behind the others. */
    CHECK_EQ(pthread_mutex_lock(&first), 0);
    CHECK_EQ(pthread_mutex_lock(between), 0);
    CHECK_EQ(pthread_mutex_lock(&last), 0);
    CHECK_EQ(pthread_mutex_destroy(between), 0);
    test_unmap(between, TEST_PAGE);
    return 0;
}

int main(void)
{
    for (int i = 0; i < ROBUST_SORTS; i++) {
        struct mutex_sort sort = robust_sort(i);

        CHECK_EQ(elsewhere(destroy_and_go_on, &sort), 0);
        CHECK_EQ(elsewhere(call_lock, &first), EOWNERDEAD);
        CHECK_EQ(elsewhere(call_lock, &last), EOWNERDEAD);
        CHECK_EQ(pthread_mutex_destroy(&first), 0);
        CHECK_EQ(pthread_mutex_destroy(&last), 0);
    }
    return 0;
}
