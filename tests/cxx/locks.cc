/* SPDX-License-Identifier: MIT */
/* The mutexes, locks and condition variables of the C++ library, timed ones too. */
#include "check.hh"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <queue>
#include <shared_mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

template <class Mutex> static void count()
{
    Mutex mutex;
    long counter = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; i++)
        threads.emplace_back([&] {
            for (int j = 0; j < 3000; j++) {
                std::lock_guard<Mutex> lock(mutex);
                counter++;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(counter == 12000);
}

int main()
{
    count<std::mutex>();
    count<std::timed_mutex>();
    count<std::recursive_mutex>();
    count<std::recursive_timed_mutex>();
    count<std::shared_mutex>();
    count<std::shared_timed_mutex>();

    std::timed_mutex timed;
    timed.lock();
    std::thread([&timed] {
        auto start = std::chrono::steady_clock::now();
        CHECK(!timed.try_lock());
        CHECK(!timed.try_lock_for(20ms));
        CHECK(std::chrono::steady_clock::now() - start >= 20ms);
        CHECK(!timed.try_lock_until(std::chrono::system_clock::now() + 10ms));
    }).join();
    timed.unlock();

    std::shared_timed_mutex shared;
    shared.lock_shared();
    std::thread([&shared] {
        CHECK(shared.try_lock_shared());
        shared.unlock_shared();
        CHECK(!shared.try_lock());
        CHECK(!shared.try_lock_for(10ms));
    }).join();
    shared.unlock_shared();
    CHECK(shared.try_lock());
    shared.unlock();

    std::mutex mutex;
    std::condition_variable cond;
    std::condition_variable_any any;
    std::queue<int> queue;
    bool closed = false;
    long sum = 0;
    std::vector<std::thread> consumers;
    for (int i = 0; i < 3; i++)
        consumers.emplace_back([&] {
            std::unique_lock<std::mutex> lock(mutex);
            for (;;) {
                cond.wait(lock, [&] { return closed || !queue.empty(); });
                if (queue.empty())
                    return;
                sum += queue.front();
                queue.pop();
            }
        });
    for (int i = 1; i <= 3000; i++) {
        {
            std::lock_guard<std::mutex> lock(mutex);
            queue.push(i);
        }
        cond.notify_one();
    }
    {
        std::lock_guard<std::mutex> lock(mutex);
        closed = true;
    }
    cond.notify_all();
    for (std::thread &thread : consumers)
        thread.join();
    CHECK(sum == 3000L * 3001 / 2);

    std::unique_lock<std::mutex> lock(mutex);
    CHECK(!cond.wait_for(lock, 10ms, [] { return false; }));
    CHECK(!cond.wait_until(lock, std::chrono::steady_clock::now() + 10ms, [] { return false; }));
    CHECK(!cond.wait_until(lock, std::chrono::system_clock::now() + 10ms, [] { return false; }));
    CHECK(!any.wait_for(lock, 10ms, [] { return false; }));
    return 0;
}
