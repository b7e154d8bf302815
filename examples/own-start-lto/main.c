/* SPDX-License-Identifier: MIT */
/* Adds squares in four threads; 0 if the sum is right. */
#include <pthread.h>
#include <stdint.h>
#include <unistd.h>

#include "sum.h"

#define THREADS 4
#define EACH    250l

static void *part(void *number)
{
    long from = (long)(intptr_t)number * EACH;
    return (void *)(intptr_t)sum_of_squares(from, from + EACH);
}

int main(void)
{
    static const char right[] = "the sum is right\n";
    pthread_t threads[THREADS];
    long n = THREADS * EACH, sum = 0;
    void *result;
    for (intptr_t i = 0; i < THREADS; i++)
        if (pthread_create(&threads[i], NULL, part, (void *)i) != 0)
            return 1;
    for (int i = 0; i < THREADS; i++) {
        if (pthread_join(threads[i], &result) != 0)
            return 1;
        sum += (long)(intptr_t)result;
    }
    if (sum != (n - 1) * n * (2 * n - 1) / 6)
        return 1;
    return write(1, right, sizeof right - 1) < 0;
}
