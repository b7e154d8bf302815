/* SPDX-License-Identifier: MIT */
/*
 * Thread-local variables as objects made for a shared library reach them, by a call of
 * __tls_get_addr or by an offset from the global offset table: they are where the program's own
 * code finds them, in every thread.
 */
#include "test.h"

enum { FILL = 3000 };

static _Thread_local char fill[FILL];
_Thread_local int general __attribute__((tls_model("global-dynamic"))) = 42;
_Thread_local int initial __attribute__((tls_model("initial-exec"))) = 43;
static _Thread_local int own = 44;

static void check(void)
{
    CHECK_EQ(general, 42);
    CHECK_EQ(initial, 43);
    CHECK_EQ(own, 44);
    general = initial = own = 0;
    for (int i = 0; i < FILL; i++)
        fill[i] = (char)0xff;
    CHECK_EQ(LAUNDER(general), 0);
    CHECK_EQ(LAUNDER(initial), 0);
    CHECK_EQ(LAUNDER(own), 0);
}

static void *routine(void *arg)
{
    check();
    return arg;
}

int main(void)
{
    for (int i = 0; i < 3; i++)
        test_finish(test_start(routine, NULL));
    check();
    return 0;
}
