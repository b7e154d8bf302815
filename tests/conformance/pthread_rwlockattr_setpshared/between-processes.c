/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_PROCESS_SHARED a lock excludes writers in all processes that have its memory, and
 * wakes waiters there.
 */
#include "rwlocks.h"
#include "shared.h"

enum { EACH = 1000 };

struct area {
    pthread_rwlock_t lock;
    long one, other;
    struct gate ready;
};

static void use(struct area *area)
{
    gate_open(&area->ready);
    gate_wait_for(&area->ready, 2);
    for (int i = 0; i < EACH; i++) {
        if (i % 2) {
            CHECK_EQ(pthread_rwlock_wrlock(&area->lock), 0);
            area->one++;
            if (i % 16 == 1)
                TEST_SYS0(sched_yield); /* the other comes to wait */
            area->other++;
        } else {
            CHECK_EQ(pthread_rwlock_rdlock(&area->lock), 0);
            CHECK_EQ(LAUNDER(&area->one)[0], LAUNDER(&area->other)[0]);
        }
        CHECK_EQ(pthread_rwlock_unlock(&area->lock), 0);
    }
}

int main(int argc, char **argv)
{
    pthread_rwlockattr_t attr;
    struct area *area;
    long pid;

    (void)argv;
    if (argc > 1) {
        use(test_map_file());
        return 0;
    }
    area = test_make_file();
    CHECK_EQ(pthread_rwlockattr_init(&attr), 0);
    CHECK_EQ(pthread_rwlockattr_setpshared(&attr, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_rwlock_init(&area->lock, &attr), 0);
    pid = test_spawn("child");
    use(area);
    test_wait(pid);
    CHECK_EQ(area->one, EACH);
    CHECK_EQ(area->other, EACH);
    CHECK_EQ(pthread_rwlock_destroy(&area->lock), 0);
    return 0;
}
