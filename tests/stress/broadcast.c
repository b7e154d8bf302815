/* SPDX-License-Identifier: MIT */
/*
 * Broadcasts on one CPU, where one waiter may be woken for all: threads wait for a condition
 * variable until a broadcast, or a time that comes at any moment, or take what a signal brings and
 * wait again, or are cancelled. Right after the broadcast, under the mutex or behind it, the object
 * is destroyed and its memory unmapped; somebody else wants the mutex all the time.
 */
#include "one-cpu.h"
#include "stress.h"

enum { FOLLOWERS = 5, RIVAL = FOLLOWERS + 1, THREADS };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t *cond;
static int waiting, gone, passes;

static void set_up(void)
{
    cond = TEST_MAP(sizeof *cond);
    CHECK_EQ(pthread_cond_init(cond, NULL), 0);
    waiting = gone = passes = 0;
}

static void unlock(void *arg)
{
    pthread_mutex_unlock(arg);
}

/* Until the broadcast. Behind it the condition variable may be gone: nobody waits again. */
static void *follow(void *arg)
{
    unsigned *seed = arg;

    pthread_mutex_lock(&mutex);
    waiting++;
    pthread_cleanup_push(unlock, &mutex);
    while (!gone) {
        struct timespec soon = stress_soon(seed, 60);
        int timed = stress_random(seed, 4) == 0, err;

        err = timed ? pthread_cond_timedwait(cond, &mutex, &soon) : pthread_cond_wait(cond, &mutex);
        CHECK(err == 0 || (timed && err == ETIMEDOUT));
        if (passes > 0)
            passes--;
    }
    pthread_cleanup_pop(1);
    return NULL;
}

static void lead(unsigned *seed)
{
    int under = (int)stress_random(seed, 2), held = (int)stress_random(seed, 2), signals;

    for (int all = 0; !all;) {
        pthread_mutex_lock(&mutex);
        all = waiting >= FOLLOWERS;
        pthread_mutex_unlock(&mutex);
        if (!all)
            TEST_SYS0(sched_yield);
    }
    pthread_mutex_lock(&mutex);
    for (signals = (int)stress_random(seed, 3); signals > 0; signals--) {
        passes++;
        CHECK_EQ(pthread_cond_signal(cond), 0);
    }
    if (stress_random(seed, 2)) {
        pthread_mutex_unlock(&mutex);
        if (stress_random(seed, 2))
            TEST_SYS0(sched_yield);
        pthread_mutex_lock(&mutex);
    }
    gone = 1;
    if (!under)
        pthread_mutex_unlock(&mutex);
    CHECK_EQ(pthread_cond_broadcast(cond), 0);
    if (under && !held)
        pthread_mutex_unlock(&mutex);
    else if (!under && held)
        pthread_mutex_lock(&mutex);
    CHECK_EQ(pthread_cond_destroy(cond), 0);
    test_unmap(cond, sizeof *cond);
    if (held)
        pthread_mutex_unlock(&mutex);
}

static void body(int me)
{
    unsigned seed = (unsigned)me + 1;

    do {
        if (me == 0) {
            lead(&seed);
        } else if (me == RIVAL) {
            for (unsigned i = stress_random(&seed, 20); i > 0; i--) {
                pthread_mutex_lock(&mutex);
                if (stress_random(&seed, 4) == 0)
                    TEST_SYS0(sched_yield);
                pthread_mutex_unlock(&mutex);
            }
        } else if (stress_random(&seed, 4) == 0) {
            unsigned its_seed = seed;
            pthread_t thread = test_start(follow, &its_seed);

            for (unsigned i = stress_random(&seed, 300); i > 0; i--)
                LAUNDER(i);
            if (stress_random(&seed, 2))
                TEST_SYS0(sched_yield);
            pthread_cancel(thread);
            test_finish(thread);
            /* Cancelled before it waited: the leader has to count it all the same. */
            follow(&seed);
        } else {
            follow(&seed);
        }
    } while (stress_meet(THREADS, set_up));
}

int main(int argc, char **argv)
{
    test_stay_on_one_cpu(argv);
    stress_begin(argc, argv);
    set_up();
    stress_run(body, THREADS);
    return 0;
}
