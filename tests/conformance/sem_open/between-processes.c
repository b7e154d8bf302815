/* SPDX-License-Identifier: MIT */
/*
 * Processes that open one name have one semaphore: what one posts lets the other go.
 */
#include "shared.h"

enum { N = 300 };
static struct test_name there, back;

static void child(void *arg)
{
    sem_t *a = sem_open(there.text, 0), *b = sem_open(back.text, 0);

    (void)arg;
    CHECK(a != SEM_FAILED && b != SEM_FAILED);
    for (int i = 0; i < N; i++) {
        CHECK_EQ(sem_wait(a), 0);
        CHECK_EQ(sem_post(b), 0);
    }
}

int main(void)
{
    sem_t *a, *b;
    long pid;

    there = test_name("there");
    back = test_name("back");
    a = sem_open(there.text, O_CREAT | O_EXCL, 0600, 0);
    b = sem_open(back.text, O_CREAT | O_EXCL, 0600, 0);
    CHECK(a != SEM_FAILED && b != SEM_FAILED);
    pid = test_child(child, NULL);
    for (int i = 0; i < N; i++) {
        if (i % 50 == 0)
            test_nap(); /* the child sleeps */
        CHECK_EQ(sem_post(a), 0);
        CHECK_EQ(sem_wait(b), 0);
    }
    test_wait(pid);
    CHECK_EQ(sem_unlink(there.text), 0);
    CHECK_EQ(sem_unlink(back.text), 0);
    return 0;
}
