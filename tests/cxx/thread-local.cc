/* SPDX-License-Identifier: MIT */
/* thread_local objects: constructed once per thread on first use, destroyed when the thread ends in
 * the reverse order, after the cleanup handlers and before the destructors of keys. */
#include "check.hh"

#include <mutex>
#include <pthread.h>
#include <string>
#include <thread>
#include <vector>

static std::mutex mutex;
static std::string events;

static void note(char c)
{
    std::lock_guard<std::mutex> lock(mutex);
    events += c;
}

struct Tracked {
    char c;
    explicit Tracked(char name) : c(name)
    {
        note((char)(c - 'a' + 'A'));
    }
    ~Tracked()
    {
        note(c);
    }
};

struct Late {
    ~Late()
    {
        /* A destructor that uses another thread-local object for the first time. */
        thread_local Tracked last('z');
        note(last.c == 'z' ? '+' : '-');
    }
};

static thread_local Tracked first('a');
static thread_local std::vector<int> numbers(100, 7);

static void use()
{
    CHECK(first.c == 'a');
    thread_local Tracked second('b');
    CHECK(first.c == 'a' && second.c == 'b');
    CHECK(numbers.size() >= 100 && numbers[99] == 7);
    numbers.push_back(8);
}

static pthread_key_t key;

static void key_destructor(void *)
{
    note('k');
}

static void cleanup(void *)
{
    note('h');
}

static void *exits(void *)
{
    pthread_setspecific(key, &key);
    use();
    pthread_cleanup_push(cleanup, nullptr);
    pthread_exit(nullptr);
    pthread_cleanup_pop(0);
    return nullptr;
}

int main()
{
    for (int i = 0; i < 10; i++) {
        events.clear();
        std::thread([] {
            use();
            use();
        }).join();
        CHECK(events == "ABba");
    }

    events.clear();
    std::thread([] {
        thread_local Late late;
        (void)late;
    }).join();
    CHECK(events == "Z+z");

    events.clear();
    CHECK(pthread_key_create(&key, key_destructor) == 0);
    pthread_t thread;
    CHECK(pthread_create(&thread, nullptr, exits, nullptr) == 0);
    CHECK(pthread_join(thread, nullptr) == 0);
    CHECK(events == "ABhbak");

    std::vector<std::thread> threads;
    for (int i = 0; i < 50; i++)
        threads.emplace_back(use);
    for (std::thread &t : threads)
        t.join();
    return 0;
}
