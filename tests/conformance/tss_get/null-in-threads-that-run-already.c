/* SPDX-License-Identifier: MIT */
/*
 * A new key has NULL in all threads, those that run already too, also if one that was deleted had a
 * value there. tss_get gives what the thread set last.
 */
#include "test.h"

#include <threads.h>

enum { ROUNDS = 50, OTHERS = 3 };
static tss_t key;
static struct gate made, used;

static void use(char *mine)
{
    CHECK(tss_get(key) == NULL);
    for (int i = 1; i < 4; i++) {
        CHECK_EQ(tss_set(key, mine + i), thrd_success);
        CHECK(tss_get(key) == mine + i);
    }
}

static int routine(void *arg)
{
    for (int i = 1; i <= ROUNDS; i++) {
        gate_wait_for(&made, i);
        use(arg);
        gate_open(&used);
    }
    return 0;
}

int main(void)
{
    static char area[OTHERS + 1][4];
    thrd_t thread[OTHERS];

    for (int i = 0; i < OTHERS; i++)
        CHECK_EQ(thrd_create(&thread[i], routine, area[i]), thrd_success);
    for (int i = 1; i <= ROUNDS; i++) {
        CHECK_EQ(tss_create(&key, NULL), thrd_success);
        gate_open(&made);
        use(area[OTHERS]);
        gate_wait_for(&used, i * OTHERS);
        CHECK(tss_get(key) == area[OTHERS] + 3);
        tss_delete(key); /* with a value in each thread */
    }
    for (int i = 0; i < OTHERS; i++)
        CHECK_EQ(thrd_join(thread[i], NULL), thrd_success);
    return 0;
}
