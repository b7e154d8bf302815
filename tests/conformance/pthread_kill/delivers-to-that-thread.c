/* SPDX-License-Identifier: MIT */
/*
 * The signal is asynchronously directed to the given thread: its handler runs there and in no
 * other.
 */
#include "test.h"

enum { N = 5 };
static struct gate up, go, handled;
static pthread_t last;

static void handler(int sig)
{
    CHECK_EQ(sig, SIGUSR1);
    last = pthread_self();
    gate_open(&handled);
}

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

int main(void)
{
    struct sigaction action = {.sa_handler = handler};
    pthread_t thread[N];

    CHECK_EQ(sigaction(SIGUSR1, &action, NULL), 0);
    for (int i = 0; i < N; i++)
        thread[i] = test_start(routine, NULL);
    gate_wait_for(&up, N);
    for (int i = 0; i < 4 * N; i++) {
        CHECK_EQ(pthread_kill(thread[i % N], SIGUSR1), 0);
        gate_wait_for(&handled, i + 1);
        CHECK(pthread_equal(last, thread[i % N]));
    }
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    CHECK_EQ(LOAD(&handled.count), 4 * N);
    return 0;
}
