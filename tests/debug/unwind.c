/* SPDX-License-Identifier: MIT */
/* An unwinder that walks up a thread's stack comes to an end, behind the start routine. */
#include <unwind.h>

#include "test.h"

#define FRAMES_MOST 20

static void *routine(void *arg);

static int frames, past_routine, ended;

static _Unwind_Reason_Code frame(struct _Unwind_Context *context, void *arg)
{
    uintptr_t ip = _Unwind_GetIP(context);
    uintptr_t function = (uintptr_t)_Unwind_FindEnclosingFunction((void *)(ip - 1));

    (void)arg;
    CHECK(!ended);
    ended = ip == 0; /* libgcc tells the end as a frame of its own */
    CHECK(++frames < FRAMES_MOST);
    if (function == (uintptr_t)routine)
        past_routine = frames;
    return _URC_NO_REASON;
}

static void *routine(void *arg)
{
    CHECK_EQ(_Unwind_Backtrace(frame, arg), _URC_END_OF_STACK);
    return arg;
}

int main(void)
{
    test_finish(test_start(routine, NULL));
    CHECK(past_routine > 0);
    CHECK(ended);
    return 0;
}
