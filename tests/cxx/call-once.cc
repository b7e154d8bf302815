/* SPDX-License-Identifier: MIT */
/* std::call_once and function-local statics: once for many threads; a routine that throws leaves it
 * to another caller; pthread_once whose routine throws may be run again too. */
#include "check.hh"

#include <atomic>
#include <mutex>
#include <pthread.h>
#include <stdexcept>
#include <thread>
#include <vector>

static std::atomic<int> runs{0}, constructed{0}, posix_runs{0};

struct Costly {
    Costly()
    {
        for (int i = 0; i < 20; i++)
            std::this_thread::yield();
        constructed++;
    }
};

static Costly &instance()
{
    static Costly costly;
    return costly;
}

static void posix_routine()
{
    if (++posix_runs == 1)
        throw std::runtime_error("first");
}

int main()
{
    std::once_flag flag;
    std::atomic<int> failures{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; i++)
        threads.emplace_back([&] {
            try {
                std::call_once(flag, [] {
                    if (++runs <= 2)
                        throw std::runtime_error("not yet");
                });
            } catch (const std::runtime_error &) {
                failures++;
            }
            instance();
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(runs == 3);
    CHECK(failures == 2);
    CHECK(constructed == 1);

    static pthread_once_t once = PTHREAD_ONCE_INIT;
    bool caught = false;
    try {
        pthread_once(&once, posix_routine);
    } catch (const std::runtime_error &) {
        caught = true;
    }
    CHECK(caught);
    CHECK(pthread_once(&once, posix_routine) == 0);
    CHECK(pthread_once(&once, posix_routine) == 0);
    CHECK(posix_runs == 2);
    return 0;
}
