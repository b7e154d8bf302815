/* SPDX-License-Identifier: MIT */
/*
 * With pshared not 0 a process that has the memory mapped may use the semaphore.
 */
#include "shared.h"

enum { N = 300 };

struct area {
    sem_t there, back;
};

static void child(void *arg)
{
    struct area *area = arg;

    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_wait(&area->there), 0);
        CHECK_EQ(sem_post(&area->back), 0);
    }
}

int main(void)
{
    struct area *area = test_map_shared();
    long pid;

    CHECK_EQ(sem_init(&area->there, 1, 0), 0);
    CHECK_EQ(sem_init(&area->back, 1, 0), 0);
    pid = test_child(child, area);
    for (int i = 0; i < N; i++) {
        if (i % 50 == 0)
            test_nap(); /* the child sleeps */
        CHECK_EQ(sem_post(&area->there), 0);
        CHECK_EQ(sem_wait(&area->back), 0);
    }
    test_wait(pid);
    return 0;
}
