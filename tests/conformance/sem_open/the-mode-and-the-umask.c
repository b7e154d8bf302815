/* SPDX-License-Identifier: MIT */
/*
 * The permissions of a new semaphore are the mode's, except for those that the umask has. EACCES
 * without permission to read and write, also for the process that made it.
 */
#include "shared.h"

static struct test_name name;

static void child(void *arg)
{
    int allowed = arg != NULL;
    sem_t *sem;

    /* Root may open everything. */
    if (TEST_SYS0(getuid) == 0)
        CHECK_EQ(TEST_SYS3(setresuid, 65534, 65534, 65534), 0);
    errno = 0;
    sem = sem_open(name.text, O_CREAT, 0600, 1);
    if (allowed)
        CHECK(sem != SEM_FAILED && test_value(sem) == 2);
    else
        CHECK(sem == SEM_FAILED && errno == EACCES);
}

static void try_mode(unsigned mode, unsigned mask, int allowed)
{
    long before = TEST_SYS1(umask, mask);
    sem_t *sem = sem_open(name.text, O_CREAT | O_EXCL, mode, 2);

    CHECK(sem != SEM_FAILED);
    CHECK_EQ(TEST_SYS1(umask, before), mask);
    CHECK_EQ(sem_close(sem), 0);
    test_wait(test_child(child, allowed ? &name : NULL));
    CHECK_EQ(sem_unlink(name.text), 0);
}

int main(void)
{
    name = test_name("mode");
    try_mode(0666, 0, 1);
    try_mode(0, 0, 0);
    try_mode(0444, 0, 0);
    try_mode(0666, 0222, 0);
    try_mode(0666, 0666, 0);
    return 0;
}
