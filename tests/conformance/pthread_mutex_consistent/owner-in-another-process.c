/* SPDX-License-Identifier: MIT */
/*
 * The end of a process is the end of the owners in it: EOWNERDEAD for each of the process-shared
 * robust mutexes that its threads hold, in the processes that share them, to those that already
 * wait too; if it exits, and if it is killed.
 */
#include "mutexes.h"
#include "shared.h"

enum { N = ROBUST_SORTS / 2 }; /* each sort, between processes */

struct area {
    pthread_mutex_t mutex[N];
    struct gate locked, end;
};

static int lock_all(void *p)
{
    struct area *area = p;

    for (int i = 0; i < N; i++)
        CHECK_EQ(pthread_mutex_lock(&area->mutex[i]), 0);
    gate_open(&area->locked);
    gate_wait(&area->end);
    return 0;
}

static int child(const char *role)
{
    struct area *area = test_map_file();
    struct waiter thread;

    if (test_same(role, "thread")) {
        waiter_start(&thread, NULL, lock_all, area);
        gate_wait(&area->end);
    } else {
        lock_all(area);
    }
    if (test_same(role, "killed"))
        TEST_SYS2(kill, test_getpid(), SIGKILL);
    test_exit(0);
}

static void lock_dead(int error, pthread_mutex_t *mutex)
{
    CHECK_EQ(error, EOWNERDEAD);
    CHECK_EQ(pthread_mutex_consistent(mutex), 0);
    CHECK_EQ(pthread_mutex_unlock(mutex), 0);
}

static int lock_one_dead(void *mutex)
{
    lock_dead(pthread_mutex_lock(mutex), mutex);
    return 0;
}

int main(int argc, char **argv)
{
    static const char *const roles[] = {"exits", "thread", "killed"};
    struct area *area;

    if (argc > 1)
        return child(argv[1]);
    area = test_make_file();
    for (int i = 0; i < N; i++)
        mutex_make(&area->mutex[i], robust_sort(N + i));
    for (int role = 0; role < 3; role++) {
        struct waiter waiter[N / 2];
        long pid;

        area->locked.count = area->end.count = 0;
        pid = test_spawn(roles[role]);
        gate_wait(&area->locked);
        for (int i = 0; i < N; i += 2)
            waiter_block(&waiter[i / 2], lock_one_dead, &area->mutex[i]);
        gate_open(&area->end);
        CHECK_EQ(test_child_status(pid), test_same(roles[role], "killed") ? SIGKILL : 0);
        for (int i = 0; i < N; i++) {
            if (i % 2)
                lock_dead(pthread_mutex_trylock(&area->mutex[i]), &area->mutex[i]);
            else
                CHECK_EQ(waiter_result(&waiter[i / 2]), 0);
            CHECK_EQ(pthread_mutex_trylock(&area->mutex[i]), 0);
            CHECK_EQ(pthread_mutex_unlock(&area->mutex[i]), 0);
        }
    }
    return 0;
}
