/* SPDX-License-Identifier: MIT */
/*
 * Detaching a thread at the moment it ends gives its storage back exactly once.
 */
#include "test.h"

static void *routine(void *arg)
{
    gate_wait((struct gate *)arg);
    return NULL;
}

int main(void)
{
    long before = 0;
    struct gate *gates = TEST_MAP(3000 * sizeof *gates); /* each outlives its thread */

    for (int i = 0; i < 3000; i++) {
        pthread_t thread = test_start(routine, &gates[i]);

        gate_open(&gates[i]);
        for (volatile int spin = 0; spin < i % 400 * 10; spin++)
            ;
        CHECK_EQ(pthread_detach(thread), 0);
        if (i == 499) {
            WAIT_UNTIL(test_status("Threads:") == 1); /* those still on their way out are gone */
            before = test_status("VmRSS:");
        }
    }
    WAIT_UNTIL(test_status("Threads:") == 1);
    /* 2500 blocks that nobody gave back would be at least a page each for stack and TLS. */
    CHECK(test_status("VmRSS:") < before + 10 * 1024);
    return 0;
}
