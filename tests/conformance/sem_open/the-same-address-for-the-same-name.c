/* SPDX-License-Identifier: MIT */
/*
 * All sem_open calls of a process for one name give one address, until the semaphore is unlinked
 * or has been closed as often as opened.
 */
#include "shared.h"

static struct test_name name, other;

static void *opener(void *arg)
{
    sem_t *sem = sem_open(name.text, O_CREAT, 0600, 3);

    CHECK(sem == arg);
    CHECK_EQ(sem_close(sem), 0);
    return NULL;
}

int main(void)
{
    sem_t *sem, *different;

    name = test_name("one");
    other = test_name("other");
    sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 1);
    CHECK(sem != SEM_FAILED);
    for (int i = 0; i < 5; i++) {
        CHECK(sem_open(name.text, i % 2 ? O_CREAT : 0, 0600, 2) == sem);
        test_finish(test_start(opener, sem));
    }
    different = sem_open(other.text, O_CREAT | O_EXCL, 0600, 1);
    CHECK(different != SEM_FAILED && different != sem);
    for (int i = 0; i < 5; i++)
        CHECK_EQ(sem_close(sem), 0);
    CHECK_EQ(test_value(sem), 1);
    CHECK_EQ(sem_close(sem), 0);
    CHECK_EQ(sem_close(different), 0);
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_EQ(sem_unlink(other.text), 0);
    return 0;
}
