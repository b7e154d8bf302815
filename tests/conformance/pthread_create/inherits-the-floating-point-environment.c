/* SPDX-License-Identifier: MIT */
/*
 * The floating-point environment shall be inherited from the creating thread.
 */
#include "test.h"

#if defined(__x86_64__)
static unsigned get(void)
{
    return __builtin_ia32_stmxcsr();
}

static void set(unsigned value)
{
    __builtin_ia32_ldmxcsr(value);
}
#endif

static void *routine(void *arg)
{
    (void)arg;
#if defined(__x86_64__)
    return (void *)(uintptr_t)((get() >> 13) & 3);
#else
    return NULL;
#endif
}

int main(void)
{
#if defined(__x86_64__)
    unsigned before = get();

    for (unsigned mode = 0; mode < 4; mode++) {
        set((before & ~(3U << 13)) | mode << 13);
        CHECK_EQ(test_finish(test_start(routine, NULL)), mode);
    }
    set(before);
    return 0;
#else
    routine(NULL);
    TEST_SKIP("no way written to read this architecture's rounding mode");
#endif
}
