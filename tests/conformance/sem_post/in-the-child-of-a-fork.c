/* SPDX-License-Identifier: MIT */
/*
 * In the child of a fork a semaphore has the value that it had, and posts are for the threads of
 * the child, not for those that waited in the parent.
 */
#include "forks.h"
#include "waiter.h"

#include <semaphore.h>

static sem_t sem;

static int wait_there(void *arg)
{
    (void)arg;
    return sem_wait(&sem);
}

static void use(void)
{
    struct waiter waiter;
    int value;

    CHECK_EQ(sem_trywait(&sem), -1);
    waiter_block(&waiter, wait_there, NULL);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(sem_getvalue(&sem, &value), 0);
    CHECK_EQ(value, 1);
    CHECK_EQ(sem_destroy(&sem), 0);
    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    waiter_block(&waiter, wait_there, NULL);
    CHECK_EQ(sem_post(&sem), 0);
    CHECK_EQ(waiter_result(&waiter), 0);
}

int main(void)
{
    struct waiter waiter[2];

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    for (int i = 0; i < 2; i++)
        waiter_block(&waiter[i], wait_there, NULL);
    in_children(use);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(sem_post(&sem), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(waiter_result(&waiter[i]), 0);
    CHECK_EQ(sem_destroy(&sem), 0);
    return 0;
}
