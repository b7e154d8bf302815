/* SPDX-License-Identifier: MIT */
/*
 * A program with OpenMP, for ./dev bench apps: relaxes a grid, step after step, as simulations do. Each step
 * is a parallel region with two loops, and at the end of each a barrier.
 *
 *     openmp STEPS
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { SIDE = 128 };

static double grids[2][SIDE][SIDE];

int main(int argc, char **argv)
{
    int steps = argc > 1 ? atoi(argv[1]) : 0;

    if (steps < 1) {
        fprintf(stderr, "usage: openmp STEPS\n");
        return 2;
    }
    for (int i = 0; i < SIDE; i++)
        grids[0][0][i] = grids[1][0][i] = 100;
    double change = 0;
    for (int step = 0; step < steps; step++) {
        double(*from)[SIDE] = grids[step % 2], (*to)[SIDE] = grids[1 - step % 2];

        change = 0;
#pragma omp parallel num_threads(4)
        {
#pragma omp for schedule(dynamic, 8)
            for (int y = 1; y < SIDE - 1; y++)
                for (int x = 1; x < SIDE - 1; x++)
                    to[y][x] =
                        (from[y - 1][x] + from[y + 1][x] + from[y][x - 1] + from[y][x + 1]) / 4;
#pragma omp for reduction(+ : change)
            for (int y = 1; y < SIDE - 1; y++)
                for (int x = 1; x < SIDE - 1; x++)
                    change += fabs(to[y][x] - from[y][x]);
        }
    }
    printf("%.6g\n", change);
    return !(change > 0);
}
