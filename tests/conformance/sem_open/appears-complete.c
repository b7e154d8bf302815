/* SPDX-License-Identifier: MIT */
/*
 * Whoever opens a semaphore that another process is just making finds it with its value. Of several
 * that make it, one does.
 */
#include "shared.h"

enum { ROUNDS = 300, CHILDREN = 3 };
static struct test_name name;
struct area {
    int round, made, opened;
};

static void child(void *arg)
{
    struct area *area = arg;

    for (int i = 1; i <= ROUNDS; i++) {
        sem_t *sem;

        WAIT_UNTIL(LOAD(&area->round) == i);
        sem = sem_open(name.text, O_CREAT | O_EXCL, 0600, 5);
        if (sem != SEM_FAILED) {
            ADD(&area->made, 1);
        } else {
            CHECK_EQ(errno, EEXIST);
            sem = sem_open(name.text, 0);
            CHECK(sem != SEM_FAILED);
        }
        CHECK_EQ(test_value(sem), 5);
        CHECK_EQ(sem_close(sem), 0);
        ADD(&area->opened, 1);
    }
}

int main(void)
{
    struct area *area = test_map_shared();
    long pid[CHILDREN];

    name = test_name("complete");
    for (int i = 0; i < CHILDREN; i++)
        pid[i] = test_child(child, area);
    for (int i = 1; i <= ROUNDS; i++) {
        sem_t *sem;

        STORE(&area->round, i);
        while ((sem = sem_open(name.text, 0)) == SEM_FAILED)
            CHECK_EQ(errno, ENOENT);
        CHECK_EQ(test_value(sem), 5);
        CHECK_EQ(sem_close(sem), 0);
        WAIT_UNTIL(LOAD(&area->opened) == i * CHILDREN);
        CHECK_EQ(LOAD(&area->made), i);
        CHECK_EQ(sem_unlink(name.text), 0);
    }
    for (int i = 0; i < CHILDREN; i++)
        test_wait(pid[i]);
    return 0;
}
