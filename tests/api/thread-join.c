/* SPDX-License-Identifier: MIT */
/* pthin_thread_join and pthin_thread_detach: results and errors. */
#include <pthin/thread.h>

#include "test.h"

static struct gate go;

static void *wait_for_go(size_t count, void **args)
{
    (void)count;
    gate_wait((struct gate *)args[0]);
    return args[1];
}

static void *join_itself(size_t count, void **args)
{
    (void)count, (void)args;
    CHECK_EQ(pthin_thread_join(pthin_thread_current(), NULL), EDEADLK);
    return NULL;
}

static pthin_thread *start(pthin_thread_start *routine)
{
    void *args[] = {&go, &go};
    pthin_thread *t;

    CHECK_EQ(pthin_thread_create(&t, routine, args, 2, pthin_thread_default_stack_size(),
                                 pthin_thread_default_guard_size()),
             0);
    return t;
}

int main(void)
{
    void *result, *args[] = {&go, &go};
    pthin_thread *t = start(join_itself);

    CHECK_EQ(pthin_thread_join(t, NULL), 0);

    t = start(wait_for_go);
    CHECK_EQ(pthin_thread_detach(t), 0);
    CHECK_EQ(pthin_thread_detach(t), EINVAL);
    CHECK_EQ(pthin_thread_join(t, NULL), EINVAL);

    t = start(wait_for_go);
    gate_open(&go);
    CHECK_EQ(pthin_thread_join(t, &result), 0);
    CHECK_EQ(result, &go);

    /* Of a size that is not kept for others: where its memory is gone, too, that is known. */
    CHECK_EQ(pthin_thread_create(&t, wait_for_go, args, 2, 1 << 20, 0), 0);
    CHECK_EQ(pthin_thread_join(t, NULL), 0);
    CHECK_EQ(pthin_thread_join(t, NULL), ESRCH);
    CHECK_EQ(pthin_thread_detach(t), ESRCH);
    return 0;
}
