/* SPDX-License-Identifier: MIT */
/* The harness of the OpenMP tests. */
#ifndef CHECK_H
#define CHECK_H

#include <omp.h>
#include <stdio.h>
#include <stdlib.h>

#define CHECK(expr)                                                                                \
    do {                                                                                           \
        if (!(expr)) {                                                                             \
            fprintf(stderr, "%s:%d: CHECK(%s)\n", __FILE__, __LINE__, #expr);                      \
            _Exit(1);                                                                              \
        }                                                                                          \
    } while (0)

enum { TEAM = 4 };

#endif
