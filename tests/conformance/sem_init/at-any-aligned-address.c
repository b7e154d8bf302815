/* SPDX-License-Identifier: MIT */
/*
 * A semaphore works wherever its type may lie.
 */
#include "shared.h"

static char memory[8 * sizeof(sem_t)] __attribute__((aligned(64)));

int main(void)
{
    for (size_t at = 0; at < 4 * sizeof(sem_t); at += _Alignof(sem_t)) {
        sem_t *sem = (sem_t *)(memory + at);

        memset(memory, 0x5a, sizeof memory);
        CHECK_EQ(sem_init(sem, 0, 1), 0);
        CHECK_EQ(sem_wait(sem), 0);
        CHECK_FAILS(sem_trywait(sem), EAGAIN);
        CHECK_EQ(sem_post(sem), 0);
        CHECK_EQ(sem_post(sem), 0);
        CHECK_EQ(test_value(sem), 2);
        for (size_t i = 0; i < sizeof memory; i++)
            CHECK((i >= at && i < at + sizeof(sem_t)) || memory[i] == 0x5a);
    }
    return 0;
}
