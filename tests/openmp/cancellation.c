/* SPDX-License-Identifier: MIT */
/* OpenMP's own cancellation: of a parallel region, a loop, a group of tasks. */
#include "check.h"

int main(void)
{
    int after = 0, done = 0, tasks = 0;

    if (!omp_get_cancellation()) {
        fprintf(stderr, "skipped: OMP_CANCELLATION is not set\n");
        return 77;
    }
#pragma omp parallel num_threads(TEAM)
    {
        if (omp_get_thread_num() == 1) {
#pragma omp cancel parallel
        }
        for (;;) {
#pragma omp cancellation point parallel
        }
#pragma omp atomic
        after++;
    }
    CHECK(after == 0);

#pragma omp parallel num_threads(TEAM)
#pragma omp for schedule(dynamic)
    for (int i = 0; i < 1000000; i++) {
#pragma omp atomic
        done++;
        if (i == 50) {
#pragma omp cancel for
        }
#pragma omp cancellation point for
    }
    CHECK(done > 50 && done < 1000000);

#pragma omp parallel num_threads(TEAM)
#pragma omp single
#pragma omp taskgroup
    for (int i = 0; i < 2000; i++) {
#pragma omp task shared(tasks)
        {
#pragma omp atomic
            tasks++;
#pragma omp cancel taskgroup
        }
    }
    CHECK(tasks > 0 && tasks < 2000);
    return 0;
}
