/* SPDX-License-Identifier: MIT */
/* Teams inside of teams, threadprivate variables that last from one team to the next, teams started
 * by pthreads, and in the child of a fork that had no team yet. */
#include "check.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static int kept;
#pragma omp threadprivate(kept)

static void *own_team(void *arg)
{
    int sum = 0;

#pragma omp parallel num_threads(TEAM) reduction(+ : sum)
    sum += omp_get_thread_num() + 1;
    CHECK(sum == TEAM * (TEAM + 1) / 2);
    return arg;
}

int main(void)
{
    pthread_t thread[3];
    int inner = 0, status = 0;
    pid_t pid = fork();

    CHECK(pid >= 0);
    own_team(NULL);
    if (pid == 0)
        _exit(7);
    CHECK(waitpid(pid, &status, 0) == pid && status == 7 << 8);

#pragma omp parallel num_threads(3) reduction(+ : inner)
    {
        int outer = omp_get_thread_num();

#pragma omp parallel num_threads(2) reduction(+ : inner)
        {
            CHECK(omp_get_level() == 2 && omp_get_num_threads() == 2);
            CHECK(omp_get_ancestor_thread_num(1) == outer);
            inner++;
        }
    }
    CHECK(inner == 6);

#pragma omp parallel num_threads(TEAM)
    kept = omp_get_thread_num() + 100;
#pragma omp parallel num_threads(TEAM)
    CHECK(kept == omp_get_thread_num() + 100);
#pragma omp parallel num_threads(TEAM) copyin(kept)
    CHECK(kept == 100);

    for (int i = 0; i < 3; i++)
        CHECK(pthread_create(&thread[i], NULL, own_team, NULL) == 0);
    for (int i = 0; i < 3; i++)
        CHECK(pthread_join(thread[i], NULL) == 0);
    return 0;
}
