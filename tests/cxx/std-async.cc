/* SPDX-License-Identifier: MIT */
/* std::async, futures, promises and packaged tasks: values and exceptions reach the other thread.
 */
#include "check.hh"

#include <chrono>
#include <future>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

int main()
{
    std::vector<std::future<int>> futures;
    for (int i = 0; i < 16; i++)
        futures.push_back(std::async(std::launch::async, [i] {
            std::vector<int> numbers(1000);
            std::iota(numbers.begin(), numbers.end(), i);
            return std::accumulate(numbers.begin(), numbers.end(), 0);
        }));
    for (int i = 0; i < 16; i++)
        CHECK(futures[(std::size_t)i].get() == 499500 + 1000 * i);

    auto failing = std::async(std::launch::async, []() -> int { throw std::runtime_error("no"); });
    bool caught = false;
    try {
        failing.get();
    } catch (const std::runtime_error &error) {
        caught = std::string(error.what()) == "no";
    }
    CHECK(caught);

    std::promise<std::string> promise;
    auto future = promise.get_future();
    CHECK(future.wait_for(std::chrono::milliseconds(5)) == std::future_status::timeout);
    std::thread setter([&promise] { promise.set_value("value"); });
    CHECK(future.get() == "value");
    setter.join();

    std::packaged_task<int(int)> task([](int n) { return n * n; });
    auto squared = task.get_future();
    std::thread runner(std::move(task), 12);
    CHECK(squared.get() == 144);
    runner.join();

    std::promise<int> at_exit;
    auto late = at_exit.get_future();
    std::thread([&at_exit] { at_exit.set_value_at_thread_exit(3); }).join();
    CHECK(late.get() == 3);
    return 0;
}
