/* SPDX-License-Identifier: MIT */
/* Tasks in a tree, in groups, with dependences, and made by a loop. */
#include "check.h"

static int fib(int n)
{
    int a, b;

    if (n < 2)
        return n;
#pragma omp task shared(a)
    a = fib(n - 1);
#pragma omp task shared(b)
    b = fib(n - 2);
#pragma omp taskwait
    return a + b;
}

int main(void)
{
    int result = 0, stage = 0, group = 0, looped = 0;

#pragma omp parallel num_threads(TEAM)
#pragma omp single
    {
        result = fib(15);
#pragma omp task depend(out : stage)
        stage = 1;
#pragma omp task depend(inout : stage)
        {
            CHECK(stage == 1);
            stage = 2;
        }
#pragma omp task depend(in : stage)
        CHECK(stage == 2);
#pragma omp taskgroup
        {
            for (int i = 0; i < 50; i++) {
#pragma omp task shared(group)
                {
#pragma omp task shared(group)
                    {
#pragma omp atomic
                        group++;
                    }
                }
            }
        }
        CHECK(group == 50);
#pragma omp taskloop shared(looped) grainsize(5)
        for (int i = 0; i < 100; i++) {
#pragma omp atomic
            looped++;
        }
        CHECK(looped == 100);
    }
    CHECK(result == 610 && stage == 2);
    return 0;
}
