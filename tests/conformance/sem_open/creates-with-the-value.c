/* SPDX-License-Identifier: MIT */
/*
 * With O_CREAT sem_open makes the semaphore with the given value; opened again it has the value it
 * has now.
 */
#include "shared.h"

int main(void)
{
    static const unsigned values[] = {0, 1, 7, SEM_VALUE_MAX};

    for (int i = 0; i < 4; i++) {
        struct test_name name = test_name("value");
        sem_t *sem = sem_open(name.text, O_CREAT | (i % 2 ? O_EXCL : 0), 0600, values[i]);
        sem_t *again;

        CHECK(sem != SEM_FAILED);
        CHECK_EQ(test_value(sem), values[i]);
        if (values[i] == 0)
            CHECK_EQ(sem_post(sem), 0);
        CHECK_EQ(sem_wait(sem), 0);
        again = sem_open(name.text, 0);
        CHECK(again != SEM_FAILED);
        CHECK_EQ(test_value(again), values[i] ? values[i] - 1 : 0);
        CHECK_EQ(sem_close(again), 0);
        CHECK_EQ(sem_close(sem), 0);
        CHECK_EQ(sem_unlink(name.text), 0);
    }
    return 0;
}
