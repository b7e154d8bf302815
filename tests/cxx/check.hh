/* SPDX-License-Identifier: MIT */
/* The harness of the C++ tests: they are for hosts with a C++ library, so it may use that. */
#ifndef CHECK_HH
#define CHECK_HH

#include <cstdio>
#include <cstdlib>

#define CHECK(expr)                                                                                \
    do {                                                                                           \
        if (!(expr)) {                                                                             \
            std::fprintf(stderr, "%s:%d: CHECK(%s)\n", __FILE__, __LINE__, #expr);                 \
            std::_Exit(1);                                                                         \
        }                                                                                          \
    } while (0)

/* Do pthread_exit and cancellation unwind the stack? Not on musl, with pthin or without. */
#ifdef __GLIBC__
constexpr bool exit_unwinds = true;
#else
constexpr bool exit_unwinds = false;
#endif

#endif
