/* SPDX-License-Identifier: MIT */
/*
 * sem_init makes a semaphore of the given value, up to SEM_VALUE_MAX, private or shared.
 */
#include "shared.h"

int main(void)
{
    static const unsigned values[] = {0, 1, 2, 1000, SEM_VALUE_MAX - 1, SEM_VALUE_MAX};
    struct {
        char before[8];
        sem_t sem;
        char after[8];
    } object;

    for (unsigned i = 0; i < 6; i++)
        for (int shared = 0; shared < 2; shared++) {
            memset(&object, 0x5a, sizeof object);
            CHECK_EQ(sem_init(&object.sem, shared, values[i]), 0);
            CHECK_EQ(test_value(&object.sem), values[i]);
            CHECK_EQ(sem_destroy(&object.sem), 0);
            for (int k = 0; k < 8; k++)
                CHECK(object.before[k] == 0x5a && object.after[k] == 0x5a);
        }
    return 0;
}
