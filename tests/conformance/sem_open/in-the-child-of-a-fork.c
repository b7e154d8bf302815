/* SPDX-License-Identifier: MIT */
/*
 * The child of a fork has its parent's semaphores open, as often, and can open others, whatever
 * other threads of the parent were doing.
 */
#include "pthin-alone.h"
#include "shared.h"

#include <sys/wait.h>

enum { THREADS = 3, FORKS = 200 };
static struct test_name kept, busy[THREADS];
static sem_t *there, *back;
static int stop;

static void *opener(void *arg)
{
    const char *name = arg;

    while (!LOAD(&stop)) {
        sem_t *sem = sem_open(name, O_CREAT, 0600, 1);

        CHECK(sem != SEM_FAILED);
        CHECK_EQ(sem_close(sem), 0);
        CHECK_EQ(sem_unlink(name), 0);
    }
    return NULL;
}

static void child(int i)
{
    struct test_name own = test_name("child");
    sem_t *sem;

    CHECK(sem_open(kept.text, 0) == there);
    CHECK_EQ(sem_close(there), 0);
    CHECK_EQ(sem_wait(there), 0);
    CHECK_EQ(sem_post(back), 0);
    CHECK_EQ(sem_close(there), 0);
    sem = sem_open(own.text, O_CREAT | O_EXCL, 0600, (unsigned)i);
    CHECK(sem != SEM_FAILED);
    CHECK_EQ(test_value(sem), i);
    CHECK_EQ(sem_unlink(own.text), 0);
    CHECK_EQ(sem_close(sem), 0);
}

int main(void)
{
    struct test_name other = test_name("back");
    pthread_t thread[THREADS];

    kept = test_name("kept");
    there = sem_open(kept.text, O_CREAT | O_EXCL, 0600, 0);
    back = sem_open(other.text, O_CREAT | O_EXCL, 0600, 0);
    CHECK(there != SEM_FAILED && back != SEM_FAILED);
    for (int i = 0; i < THREADS; i++) {
        char tag[] = {(char)('0' + i), '\0'};

        busy[i] = test_name(tag);
        thread[i] = test_start(opener, busy[i].text);
    }
    for (int i = 0; i < FORKS; i++) {
        pid_t pid = fork();
        int status = -1;

        CHECK(pid >= 0);
        if (pid == 0) {
            alarm(20); /* a child that hangs does not stay */
            child(i);
            _exit(0);
        }
        CHECK_EQ(sem_post(there), 0);
        CHECK_EQ(sem_wait(back), 0);
        CHECK_EQ(waitpid(pid, &status, 0), pid);
        CHECK_EQ(status, 0);
    }
    STORE(&stop, 1);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    CHECK_EQ(sem_unlink(kept.text), 0);
    CHECK_EQ(sem_unlink(other.text), 0);
    return 0;
}
