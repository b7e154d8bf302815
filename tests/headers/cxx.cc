/* SPDX-License-Identifier: MIT */
/* libstdc++ on our <pthread.h>: its thread support is written against that header, down to weak
 * references to single functions.
 *
 * Compile as C++11, 14, 17 and 20 with -Wall -Wextra -pedantic -Werror, with g++ and clang++;
 * link, run; 0 is success, 1 a failed check, with a line on stderr. */
#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <future>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>
#if __cplusplus >= 201402L
#    include <shared_mutex>
#endif

static int failed;

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        if (!(condition)) {                                                                        \
            std::fprintf(stderr, "cxx: line %d: %s\n", __LINE__, #condition);                      \
            failed = 1;                                                                            \
        }                                                                                          \
    } while (0)

/* Static objects whose initialiser has to be a constant. */
static std::mutex mutex;
static std::recursive_mutex recursive;
static std::timed_mutex timed;
static std::once_flag flag;
static std::condition_variable cond;

static std::atomic<int> destroyed;

struct counted {
    int value = 0;
    ~counted()
    {
        destroyed++;
    }
};

static thread_local counted local;

static void threads()
{
    int sum = 0, once = 0;
    std::vector<std::thread> all;
    for (int i = 0; i < 8; i++)
        all.emplace_back([&] {
            local.value++;
            std::call_once(flag, [&] { once++; });
            std::lock_guard<std::recursive_mutex> outer(recursive);
            std::lock_guard<std::recursive_mutex> inner(recursive);
            sum += local.value;
        });
    for (auto &thread : all)
        thread.join();
    CHECK(sum == 8 && once == 1 && destroyed == 8);
}

static void waits()
{
    bool ready = false;
    std::thread other([&] {
        std::lock_guard<std::mutex> lock(mutex);
        ready = true;
        cond.notify_one();
    });
    {
        std::unique_lock<std::mutex> lock(mutex);
        cond.wait(lock, [&] { return ready; });
        CHECK(cond.wait_for(lock, std::chrono::milliseconds(1)) == std::cv_status::timeout);
    }
    other.join();
    timed.lock();
    std::thread([] { CHECK(!timed.try_lock_for(std::chrono::milliseconds(1))); }).join();
    timed.unlock();
}

static void futures()
{
    auto value = std::async(std::launch::async, [] { return 42; });
    auto thrown = std::async(std::launch::async, []() -> int { throw std::runtime_error("x"); });
    CHECK(value.get() == 42);
    try {
        thrown.get();
        CHECK(!"an exception");
    } catch (const std::runtime_error &) {
    }
}

#if __cplusplus >= 201402L
static void readers()
{
    std::shared_timed_mutex lock;
    lock.lock_shared();
    std::thread([&] {
        CHECK(lock.try_lock_shared());
        CHECK(!lock.try_lock());
        CHECK(!lock.try_lock_for(std::chrono::milliseconds(1)));
        lock.unlock_shared();
    }).join();
    lock.unlock_shared();
}
#endif

/* pthread_exit runs the destructors of the frames it leaves, handlers in their place among them. */
static int left;

static void *exits(void *)
{
    struct scope {
        ~scope()
        {
            left = left * 10 + 1;
        }
    } scope;
    pthread_cleanup_push([](void *) { left = left * 10 + 2; }, nullptr);
    pthread_exit(&left);
    pthread_cleanup_pop(0);
    return nullptr;
}

int main()
{
    threads();
    waits();
    futures();
#if __cplusplus >= 201402L
    readers();
#endif
    pthread_t thread;
    void *result = nullptr;
    CHECK(pthread_create(&thread, nullptr, exits, nullptr) == 0);
    CHECK(pthread_join(thread, &result) == 0);
    CHECK(result == &left && left == 21);
    return failed;
}
