/* SPDX-License-Identifier: MIT */
/*
 * Every thread starts with its own thread-local variables, holding their initial values
 * (C11 6.2.4).
 */
#include "test.h"

static _Thread_local int number = 42;
static _Thread_local char text[16] = "initial";
static _Thread_local int zero;
static _Thread_local long zeros[300];
static _Thread_local int *pointer = &(int){0};
_Thread_local long external = -3;

static void *routine(void *arg)
{
    (void)arg;
    CHECK_EQ(number, 42);
    CHECK(test_same(text, "initial"));
    CHECK_EQ(zero, 0);
    for (int i = 0; i < 300; i++)
        CHECK_EQ(zeros[i], 0);
    CHECK(pointer != NULL);
    CHECK_EQ(*pointer, 0);
    CHECK_EQ(external, -3);
    number = zero = 9;
    text[0] = 'X';
    zeros[299] = 9;
    external = 9;
    return &number;
}

int main(void)
{
    int *mine = routine(NULL);

    for (int i = 0; i < 5; i++) {
        void *other = test_finish(test_start(routine, NULL));

        CHECK(other != mine);
        CHECK_EQ(number, 9);
        CHECK_EQ(text[0], 'X');
        CHECK_EQ(external, 9);
    }
    return 0;
}
