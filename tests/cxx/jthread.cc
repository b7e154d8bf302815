/* SPDX-License-Identifier: MIT */
/* std::jthread joins by itself, and its stop_token ends a wait of condition_variable_any; stop
 * callbacks run in the thread that asks. */
#include "check.hh"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

int main()
{
    std::atomic<int> stopped{0}, called{0};
    {
        std::vector<std::jthread> threads;
        std::mutex mutex;
        std::condition_variable_any cond;
        for (int i = 0; i < 6; i++)
            threads.emplace_back([&](std::stop_token token) {
                std::unique_lock<std::mutex> lock(mutex);
                CHECK(!cond.wait(lock, token, [] { return false; }));
                CHECK(token.stop_requested());
                stopped++;
            });
        for (std::jthread &thread : threads) {
            std::thread::id self = std::this_thread::get_id();
            std::stop_callback callback(thread.get_stop_token(), [&] {
                CHECK(std::this_thread::get_id() == self);
                called++;
            });
            CHECK(thread.request_stop());
            CHECK(!thread.request_stop());
        }
        /* The destructors join, before those of mutex and cond. */
        threads.clear();
    }
    CHECK(stopped == 6 && called == 6);

    std::atomic<bool> running{false};
    {
        std::jthread spinner([&](std::stop_token token) {
            running = true;
            while (!token.stop_requested())
                std::this_thread::yield();
            running = false;
        });
        while (!running)
            std::this_thread::yield();
    }
    CHECK(!running);
    return 0;
}
