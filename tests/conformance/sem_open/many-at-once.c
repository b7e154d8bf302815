/* SPDX-License-Identifier: MIT */
/*
 * A process may have many semaphores open, each with its own address.
 */
#include "shared.h"

enum { N = 200 }; /* SEM_NSEMS_MAX of POSIX is 256 at least */
static sem_t *sems[N];

static struct test_name numbered(int i)
{
    char tag[] = {(char)('a' + i / 26), (char)('a' + i % 26), '\0'};

    return test_name(tag);
}

int main(void)
{
    for (int i = 0; i < N; i++) {
        sems[i] = sem_open(numbered(i).text, O_CREAT | O_EXCL, 0600, (unsigned)i);
        CHECK(sems[i] != SEM_FAILED);
        for (int k = 0; k < i; k++)
            CHECK(sems[k] != sems[i]);
    }
    for (int i = 0; i < N; i++) {
        CHECK(sem_open(numbered(i).text, 0) == sems[i]);
        CHECK_EQ(test_value(sems[i]), i);
        CHECK_EQ(sem_close(sems[i]), 0);
        CHECK_EQ(sem_close(sems[i]), 0);
        CHECK_EQ(sem_unlink(numbered(i).text), 0);
    }
    return 0;
}
