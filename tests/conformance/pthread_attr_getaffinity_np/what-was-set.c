/* SPDX-License-Identifier: MIT */
/*
 * The set in the attributes comes back, the rest of a larger set cleared; all CPUs if none was set;
 * EINVAL if a CPU of the set does not fit into the caller's.
 */
#include "test.h"

enum { SIZE = sizeof(cpu_set_t) };

static int all_bytes(const unsigned char *bytes, size_t n, int value)
{
    for (size_t i = 0; i < n; i++)
        if (bytes[i] != value)
            return 0;
    return 1;
}

int main(void)
{
    unsigned char large[4 * SIZE];
    cpu_set_t set, got;
    pthread_attr_t attr;

    CHECK_EQ(pthread_attr_init(&attr), 0);
    CPU_ZERO(&got);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof got, &got), 0);
    CHECK(all_bytes((unsigned char *)&got, SIZE, 0xff));

    CPU_ZERO(&set);
    CPU_SET(0, &set);
    CPU_SET(7, &set);
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof set, &set), 0);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof got, &got), 0);
    CHECK(CPU_EQUAL(&got, &set));
    memset(large, 0xa5, sizeof large);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof large, (cpu_set_t *)(void *)large), 0);
    CHECK_EQ(memcmp(large, &set, SIZE), 0);
    CHECK(all_bytes(large + SIZE, sizeof large - SIZE, 0));
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, 8, &got), 0); /* both CPUs are in there */

    /* The object has its own copy. */
    CPU_SET(900, &set);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof got, &got), 0);
    CHECK(!CPU_ISSET(900, &got));
    CHECK_EQ(pthread_attr_setaffinity_np(&attr, sizeof set, &set), 0);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, 8, &got), EINVAL);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, 64, &got), EINVAL);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof got, &got), 0);
    CHECK(CPU_ISSET(900, &got));

    CHECK_EQ(pthread_attr_setaffinity_np(&attr, 0, NULL), 0);
    CHECK_EQ(pthread_attr_getaffinity_np(&attr, sizeof got, &got), 0);
    CHECK(all_bytes((unsigned char *)&got, SIZE, 0xff));
    CHECK_EQ(pthread_attr_destroy(&attr), 0);
    return 0;
}
