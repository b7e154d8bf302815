/* SPDX-License-Identifier: MIT */
/*
 * With PTHREAD_PROCESS_SHARED the threads of all processes that have the memory meet at a barrier,
 * at a spin lock, and with a mutex at a condition variable; what each wrote before is seen behind.
 */
#include "shared.h"

enum { ROUNDS = 200, PROCESSES = 2 };

struct area {
    pthread_barrier_t barrier;
    pthread_spinlock_t spin;
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    long counted, serial, turn;
};

static void meet(struct area *area, long me)
{
    for (int i = 1; i <= ROUNDS; i++) {
        int result;

        CHECK_EQ(pthread_spin_lock(&area->spin), 0);
        area->counted++;
        CHECK_EQ(pthread_spin_unlock(&area->spin), 0);
        result = pthread_barrier_wait(&area->barrier);
        CHECK(result == 0 || result == PTHREAD_BARRIER_SERIAL_THREAD);
        CHECK_EQ(LAUNDER(&area->counted)[0], PROCESSES * i);
        if (result != 0)
            area->serial++;
        pthread_barrier_wait(&area->barrier);

        CHECK_EQ(pthread_mutex_lock(&area->mutex), 0);
        while (area->turn % PROCESSES != me)
            CHECK_EQ(pthread_cond_wait(&area->cond, &area->mutex), 0);
        area->turn++;
        CHECK_EQ(i % 2 ? pthread_cond_signal(&area->cond) : pthread_cond_broadcast(&area->cond), 0);
        CHECK_EQ(pthread_mutex_unlock(&area->mutex), 0);
    }
}

static void make(struct area *area)
{
    pthread_barrierattr_t barrier;
    pthread_mutexattr_t mutex;
    pthread_condattr_t cond;

    CHECK_EQ(pthread_barrierattr_init(&barrier), 0);
    CHECK_EQ(pthread_barrierattr_setpshared(&barrier, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_barrier_init(&area->barrier, &barrier, PROCESSES), 0);
    CHECK_EQ(pthread_barrierattr_destroy(&barrier), 0);
    CHECK_EQ(pthread_mutexattr_init(&mutex), 0);
    CHECK_EQ(pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_mutex_init(&area->mutex, &mutex), 0);
    CHECK_EQ(pthread_condattr_init(&cond), 0);
    CHECK_EQ(pthread_condattr_setpshared(&cond, PTHREAD_PROCESS_SHARED), 0);
    CHECK_EQ(pthread_cond_init(&area->cond, &cond), 0);
    CHECK_EQ(pthread_spin_init(&area->spin, PTHREAD_PROCESS_SHARED), 0);
}

int main(int argc, char **argv)
{
    struct area *area;
    long pid;

    (void)argv;
    if (argc > 1) {
        meet(test_map_file(), 1);
        return 0;
    }
    area = test_make_file();
    make(area);
    pid = test_spawn("child");
    meet(area, 0);
    test_wait(pid);
    CHECK_EQ(area->serial, ROUNDS);
    CHECK_EQ(area->turn, PROCESSES * ROUNDS);
    CHECK_EQ(pthread_barrier_destroy(&area->barrier), 0);
    CHECK_EQ(pthread_cond_destroy(&area->cond), 0);
    CHECK_EQ(pthread_mutex_destroy(&area->mutex), 0);
    CHECK_EQ(pthread_spin_destroy(&area->spin), 0);
    return 0;
}
