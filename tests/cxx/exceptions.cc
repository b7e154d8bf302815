/* SPDX-License-Identifier: MIT */
/* Exceptions: thrown and caught in many threads at once, carried from one thread to another by
 * std::exception_ptr, and ending the program when nobody catches them in a thread. */
#include "check.hh"

#include <atomic>
#include <csignal>
#include <exception>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

static std::atomic<int> destroyed{0};

struct Guard {
    ~Guard()
    {
        destroyed++;
    }
};

static int deep(int n)
{
    Guard guard;
    if (n == 0)
        throw std::out_of_range("deep");
    return deep(n - 1) + 1;
}

int main()
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; i++)
        threads.emplace_back([] {
            for (int round = 0; round < 50; round++) {
                bool caught = false;
                try {
                    deep(10);
                } catch (const std::out_of_range &error) {
                    caught = std::string(error.what()) == "deep";
                }
                CHECK(caught);
                CHECK(std::uncaught_exceptions() == 0);
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK(destroyed == 8 * 50 * 11);

    std::exception_ptr carried;
    std::thread([&carried] {
        try {
            throw std::string("carried");
        } catch (...) {
            carried = std::current_exception();
        }
    }).join();
    bool caught = false;
    try {
        std::rethrow_exception(carried);
    } catch (const std::string &text) {
        caught = text == "carried";
    }
    CHECK(caught);

    pid_t pid = fork();
    if (pid == 0) {
        CHECK(freopen("/dev/null", "w", stderr) != nullptr);
        std::thread([] { throw 1; }).join();
        _exit(0);
    }
    int status = 0;
    CHECK(waitpid(pid, &status, 0) == pid);
    CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
    return 0;
}
