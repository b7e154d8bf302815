/* SPDX-License-Identifier: MIT */
/*
 * fork while another thread is in dl_iterate_phdr, as unwinders and profilers are at any time: the
 * child can create threads.
 */
#include "test.h"

#include <link.h>
#include <sys/prctl.h>
#include <sys/wait.h>

static struct gate inside, go_on;

static int stay(struct dl_phdr_info *info, size_t size, void *arg)
{
    (void)info, (void)size, (void)arg;
    gate_open(&inside);
    gate_wait(&go_on);
    return 1;
}

static void *look(void *arg)
{
    CHECK_EQ(dl_iterate_phdr(stay, NULL), 1);
    return arg;
}

static void *leaf(void *arg)
{
    return arg;
}

int main(void)
{
    pthread_t looker = test_start(look, NULL);
    int status = 0;
    pid_t pid;

    gate_wait(&inside);
    pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nobody behind */
        CHECK_EQ(test_finish(test_start(leaf, &inside)), &inside);
        _exit(0);
    }
    CHECK(pid > 0);
    WAIT_UNTIL(waitpid(pid, &status, WNOHANG) == pid);
    CHECK_EQ(status, 0);
    gate_open(&go_on);
    test_finish(looker);
    return 0;
}
