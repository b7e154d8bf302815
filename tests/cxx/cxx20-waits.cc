/* SPDX-License-Identifier: MIT */
/* C++20's semaphores, latches, barriers, and std::atomic's wait and notify. */
#include "check.hh"

#include <atomic>
#include <barrier>
#include <chrono>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

static void run(int n, auto body)
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < n; i++)
        threads.emplace_back(body, i);
}

int main()
{
    std::counting_semaphore<3> three{3};
    std::atomic<int> inside{0}, most{0}, passed{0};
    run(8, [&](int) {
        for (int i = 0; i < 100; i++) {
            three.acquire();
            int now = ++inside, seen = most;
            while (now > seen && !most.compare_exchange_weak(seen, now))
                ;
            inside--;
            three.release();
            passed++;
        }
    });
    CHECK(passed == 800 && inside == 0 && most >= 1 && most <= 3);
    std::binary_semaphore none{0};
    auto begin = std::chrono::steady_clock::now();
    CHECK(!none.try_acquire());
    CHECK(!none.try_acquire_for(20ms));
    CHECK(std::chrono::steady_clock::now() - begin >= 20ms);
    std::jthread([&] { none.release(); }).join();
    CHECK(none.try_acquire());

    std::latch ready{5}, go{1};
    std::atomic<int> started{0};
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 5; i++)
            threads.emplace_back([&] {
                ready.count_down();
                go.wait();
                CHECK(ready.try_wait());
                started++;
            });
        ready.wait();
        CHECK(started == 0);
        go.count_down();
    }
    CHECK(started == 5);

    int phases = 0, sums[4] = {};
    std::barrier barrier{4, [&]() noexcept {
                             phases++;
                             for (int sum : sums)
                                 CHECK(sum == phases || phases > 50); /* those that drop out */
                         }};
    run(4, [&](int i) {
        for (int phase = 0; phase < 50; phase++) {
            sums[i]++;
            barrier.arrive_and_wait();
        }
        barrier.arrive_and_drop();
    });
    CHECK(phases >= 50);

    std::atomic<int> ball{0};
    run(2, [&](int me) {
        for (int i = 0; i < 300; i++) {
            for (int now; (now = ball) % 2 != me;)
                ball.wait(now);
            ball++;
            ball.notify_all();
        }
    });
    CHECK(ball == 600);
    return 0;
}
