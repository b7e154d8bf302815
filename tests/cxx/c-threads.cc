/* SPDX-License-Identifier: MIT */
/* C's <threads.h> and <semaphore.h> in C++: a routine of call_once that throws is run again by the
 * next caller; cancelling a thread in sem_wait destroys its objects, and takes no token. */
#include "check.hh"

#include <atomic>
#include <pthread.h>
#include <semaphore.h>
#include <stdexcept>
#include <thread>
#include <threads.h>

static std::atomic<int> runs{0}, destroyed{0};
static once_flag flag = ONCE_FLAG_INIT;
static sem_t sem;

static void routine()
{
    if (++runs == 1)
        throw std::runtime_error("first");
}

static int caller(void *)
{
    int thrown = 0;
    for (int i = 0; i < 3; i++) {
        try {
            call_once(&flag, routine);
        } catch (const std::runtime_error &) {
            thrown++;
        }
    }
    return thrown;
}

struct Object {
    ~Object()
    {
        destroyed++;
    }
};

static void *waiter(void *)
{
    Object object;
    sem_wait(&sem);
    return nullptr;
}

int main()
{
    thrd_t thread[3];
    int thrown = 0;
    for (thrd_t &t : thread)
        CHECK(thrd_create(&t, caller, nullptr) == thrd_success);
    for (thrd_t &t : thread) {
        int result = -1;
        CHECK(thrd_join(t, &result) == thrd_success);
        thrown += result;
    }
    CHECK(runs == 2 && thrown == 1);

    CHECK(sem_init(&sem, 0, 0) == 0);
    for (int i = 1; i <= 100; i++) {
        pthread_t t;
        void *result;
        CHECK(pthread_create(&t, nullptr, waiter, nullptr) == 0);
        if (i % 2)
            std::this_thread::yield();
        CHECK(pthread_cancel(t) == 0);
        CHECK(pthread_join(t, &result) == 0);
        CHECK(result == PTHREAD_CANCELED && destroyed <= i);
    }
    CHECK((destroyed > 0) == exit_unwinds);
    CHECK(sem_post(&sem) == 0 && sem_trywait(&sem) == 0 && sem_trywait(&sem) == -1);
    return 0;
}
