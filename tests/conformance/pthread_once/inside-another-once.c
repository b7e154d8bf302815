/* SPDX-License-Identifier: MIT */
/*
 * init_routine may itself call pthread_once with another once_control.
 */
#include "test.h"

static pthread_once_t outer = PTHREAD_ONCE_INIT, middle = PTHREAD_ONCE_INIT,
                      inner = PTHREAD_ONCE_INIT;
static char order[8];
static int used;

static void init_inner(void)
{
    order[used++] = 'i';
}

static void init_middle(void)
{
    CHECK_EQ(pthread_once(&inner, init_inner), 0);
    order[used++] = 'm';
}

static void init_outer(void)
{
    CHECK_EQ(pthread_once(&middle, init_middle), 0);
    CHECK_EQ(pthread_once(&inner, init_inner), 0);
    order[used++] = 'o';
}

int main(void)
{
    for (int i = 0; i < 3; i++)
        CHECK_EQ(pthread_once(&outer, init_outer), 0);
    CHECK(test_same(order, "imo"));
    return 0;
}
