/* SPDX-License-Identifier: MIT */
/*
 * The floating-point environment shall be inherited from the creating thread.
 */
#include "test.h"

/* The control register, and where the two bits of the rounding mode are in it. */
#if defined(__x86_64__)
#    define GET(value) __asm__ volatile("stmxcsr %0" : "=m"(value))
#    define SET(value) __asm__ volatile("ldmxcsr %0" : : "m"(value))
#    define SHIFT      13
#elif defined(__i386__)
#    define GET(value) __asm__ volatile("fnstcw %0" : "=m"(value))
#    define SET(value) __asm__ volatile("fldcw %0" : : "m"(value))
#    define SHIFT      10
#elif defined(__arm__)
#    define GET(value) __asm__ volatile("vmrs %0, fpscr" : "=r"(value))
#    define SET(value) __asm__ volatile("vmsr fpscr, %0" : : "r"(value))
#    define SHIFT      22
#endif

#ifdef SHIFT
static void *routine(void *arg)
{
    unsigned now = 0;

    (void)arg;
    GET(now);
    return (void *)(uintptr_t)(now >> SHIFT & 3);
}
#endif

int main(void)
{
#ifdef SHIFT
    unsigned before = 0;

    GET(before);
    for (unsigned mode = 0; mode < 4; mode++) {
        unsigned other = (before & ~(3U << SHIFT)) | mode << SHIFT;

        SET(other);
        CHECK_EQ(test_finish(test_start(routine, NULL)), mode);
    }
    SET(before);
    return 0;
#else
    TEST_SKIP("no way written to read this architecture's rounding mode");
#endif
}
