/* SPDX-License-Identifier: MIT */
/* Parallel loops in every schedule, reductions, critical, atomic, ordered, single, master, sections
 * and barriers; teams that come and go. */
#include "check.h"

enum { N = 10000 };
static int seen[N];

static void loops(void)
{
    long sum = 0;
    int largest = -1;

#pragma omp parallel for num_threads(TEAM) schedule(static, 7) reduction(+ : sum)
    for (int i = 0; i < N; i++)
        sum += i;
    CHECK(sum == (long)N * (N - 1) / 2);
#pragma omp parallel for num_threads(TEAM) schedule(dynamic, 3) reduction(max : largest)
    for (int i = 0; i < N; i++) {
        seen[i]++;
        largest = i > largest ? i : largest;
    }
    CHECK(largest == N - 1);
#pragma omp parallel for num_threads(TEAM) schedule(guided) collapse(2)
    for (int i = 0; i < N / 100; i++)
        for (int k = 0; k < 100; k++)
            seen[i * 100 + k]++;
    for (int i = 0; i < N; i++)
        CHECK(seen[i] == 2);
}

static void exclusion(void)
{
    int critical = 0, atomic = 0, locked = 0, next = 0, singles = 0, sections = 0;
    omp_lock_t lock;

    omp_init_lock(&lock);
#pragma omp parallel num_threads(TEAM)
    {
        CHECK(omp_get_num_threads() == TEAM);
        for (int i = 0; i < 500; i++) {
#pragma omp critical
            critical++;
#pragma omp atomic
            atomic++;
            omp_set_lock(&lock);
            locked++;
            omp_unset_lock(&lock);
        }
#pragma omp barrier
        CHECK(critical == 500 * TEAM && atomic == critical && locked == critical);
#pragma omp single
        singles++;
#pragma omp sections reduction(+ : sections)
        {
#pragma omp section
            sections++;
#pragma omp section
            sections++;
#pragma omp section
            sections++;
        }
#pragma omp for ordered schedule(dynamic)
        for (int i = 0; i < 200; i++) {
#pragma omp ordered
            {
                CHECK(next == i);
                next++;
            }
        }
    }
    CHECK(singles == 1 && sections == 3 && next == 200);
    omp_destroy_lock(&lock);
}

int main(void)
{
    loops();
    exclusion();
    for (int team = 1; team <= 12; team++) {
        int members = 0;

#pragma omp parallel num_threads(team) reduction(+ : members)
        members++;
        CHECK(members == team);
    }
    return 0;
}
