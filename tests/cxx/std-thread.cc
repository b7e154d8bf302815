/* SPDX-License-Identifier: MIT */
/* std::thread and std::jthread: arguments, join, detach, ids, hardware_concurrency, native handles.
 */
#include "check.hh"

#include <atomic>
#include <memory>
#include <pthread.h>
#include <stop_token>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

int main()
{
    std::atomic<int> sum{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 20; i++)
        threads.emplace_back([&sum, i](const std::string &text) { sum += i + (int)text.size(); },
                             "four");
    for (std::thread &thread : threads) {
        CHECK(thread.joinable());
        CHECK(thread.get_id() != std::this_thread::get_id());
        thread.join();
        CHECK(!thread.joinable());
    }
    CHECK(sum == 190 + 80);

    auto token = std::make_unique<int>(5);
    int got = 0;
    std::thread moved([&got](std::unique_ptr<int> value) { got = *value; }, std::move(token));
    moved.join();
    CHECK(got == 5);

    std::atomic<bool> done{false};
    std::thread([&done] { done = true; }).detach();
    while (!done)
        std::this_thread::yield();

    CHECK(std::thread::hardware_concurrency() >= 1);

    /* The same thread in the terms of both interfaces. */
    std::thread::id id;
    pthread_t self{};
    std::thread native([&] {
        id = std::this_thread::get_id();
        self = pthread_self();
    });
    pthread_t handle = native.native_handle();
    CHECK(native.get_id() != std::thread::id());
    std::thread::id outside = native.get_id();
    native.join();
    CHECK(id == outside);
    CHECK(pthread_equal(self, handle));

/* Not on musl alone, where such a thread waits for ever. */
#if defined __GLIBC__ || __has_include(<pthin/thread.h>)
    /* Joining oneself is an error that is found. */
    std::atomic<std::thread *> myself{nullptr};
    bool found = false;
    std::thread joiner([&] {
        while (!myself)
            std::this_thread::yield();
        try {
            (*myself.load()).join();
        } catch (const std::system_error &error) {
            found = error.code() == std::errc::resource_deadlock_would_occur;
        }
    });
    myself = &joiner;
    joiner.join();
    CHECK(found);
#endif

    /* std::jthread: asks its function to stop, and joins. */
    bool stopped = false;
    {
        std::jthread worker([&stopped](std::stop_token stop) {
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
        });
    }
    CHECK(stopped);
    return 0;
}
