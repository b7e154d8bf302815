/* SPDX-License-Identifier: MIT */
/*
 * What a thread wrote before sem_post is seen by the one that comes out of sem_wait or sem_trywait.
 */
#include "shared.h"

enum { N = 20000 };
static sem_t sem, back;
static int data[2];

static void *reader(void *arg)
{
    for (int i = 1; i <= N; i++) {
        if (i % 3 == 0)
            WAIT_UNTIL(sem_trywait(&sem) == 0);
        else
            CHECK_EQ(sem_wait(&sem), 0);
        CHECK_EQ(data[0], i);
        CHECK_EQ(data[1], -i);
        CHECK_EQ(sem_post(&back), 0);
    }
    return arg;
}

int main(void)
{
    pthread_t thread;

    CHECK_EQ(sem_init(&sem, 0, 0), 0);
    CHECK_EQ(sem_init(&back, 0, 0), 0);
    thread = test_start(reader, NULL);
    for (int i = 1; i <= N; i++) {
        data[0] = i;
        data[1] = -i;
        CHECK_EQ(sem_post(&sem), 0);
        CHECK_EQ(sem_wait(&back), 0);
    }
    test_finish(thread);
    return 0;
}
