/* SPDX-License-Identifier: MIT */
/*
 * EACCES without permission to unlink the semaphore; it stays.
 */
#include "shared.h"

static struct test_name name;

static void child(void *arg)
{
    (void)arg;
    CHECK_EQ(TEST_SYS3(setresuid, 65534, 65534, 65534), 0);
    CHECK_FAILS(sem_unlink(name.text), EACCES);
}

int main(void)
{
    sem_t *sem;
    int status;

    if (TEST_SYS0(getuid) != 0)
        TEST_SKIP("only root can become another user");
    name = test_name("another");
    sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 1);
    CHECK(sem != SEM_FAILED);
    status = test_child_status(test_child(child, NULL));
    CHECK_EQ(sem_unlink(name.text), 0);
    CHECK_EQ(status, 0);
    return 0;
}
