/* SPDX-License-Identifier: MIT */
/* pthin_thread_current_id is the kernel's ID; pthin_thread_id says when a thread is gone. */
#include <pthin/thread.h>

#include "test.h"

static struct gate go;

static void *tell(size_t count, void **args)
{
    int id = pthin_thread_current_id();

    (void)count;
    CHECK_EQ(id, test_gettid());
    CHECK_EQ(id, pthin_thread_id(pthin_thread_current()));
    STORE((int *)args[0], id);
    gate_wait(&go);
    pthin_thread_yield();
    return NULL;
}

int main(void)
{
    static int told;
    void *args[] = {&told};
    pthin_thread *t;

    CHECK_EQ(pthin_thread_current_id(), test_getpid());
    CHECK_EQ(pthin_thread_id(pthin_thread_current()), test_getpid());
    CHECK_EQ(pthin_thread_create(&t, tell, args, 1, 128 << 10, 4096), 0);
    CHECK(pthin_thread_id(t) > 0);
    WAIT_UNTIL(LOAD(&told));
    CHECK_EQ(pthin_thread_id(t), told);
    CHECK(told != test_getpid());
    gate_open(&go);
    WAIT_UNTIL(pthin_thread_id(t) == 0);
    CHECK_EQ(pthin_thread_join(t, NULL), 0);
    return 0;
}
