/* SPDX-License-Identifier: MIT */
#include "sum.h"

long sum_of_squares(long from, long to)
{
    long sum = 0;
    for (long i = from; i < to; i++)
        sum += i * i;
    return sum;
}
