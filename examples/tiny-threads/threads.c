/* SPDX-License-Identifier: MIT */
/* 0 if two threads returned what they were given. */
#include <pthin/thread.h>

#define STACK (16 << 10)

static void *same(size_t count, void **args)
{
    return args[count - 1];
}

int main(void)
{
    pthin_thread *threads[2];
    for (int i = 0; i < 2; i++) {
        void *args[] = {&threads[i]};
        if (pthin_thread_create(&threads[i], same, args, 1, STACK, 0) != 0)
            return 1;
    }
    for (int i = 0; i < 2; i++) {
        void *result;
        if (pthin_thread_join(threads[i], &result) != 0 || result != &threads[i])
            return 1;
    }
    return 0;
}
