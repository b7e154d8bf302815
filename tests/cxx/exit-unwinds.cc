/* SPDX-License-Identifier: MIT */
/* pthread_exit and cancellation unwind the stack: destructors of automatic objects run, cleanup
 * handlers among them in their order, and catch (...) sees the unwinding but has to let it pass. On musl
 * cleanup handlers are a list, and only they run. */
#include "check.hh"

#include <atomic>
#include <pthread.h>
#include <string>
#include <unistd.h>

static std::string events;

struct Object {
    char name;
    ~Object()
    {
        events += name;
    }
};

static void cleanup(void *arg)
{
    events += *static_cast<char *>(arg);
}

static int pipe_fds[2];
static std::atomic<bool> ready;

static void leave(int how)
{
    Object c{'c'};
    if (how == 0)
        pthread_exit(reinterpret_cast<void *>(4));
    ready = true;
    if (how == 1) {
        char byte;
        while (read(pipe_fds[0], &byte, 1) != 0)
            ;
    } else {
        for (;;)
            pthread_testcancel();
    }
}

static void *routine(void *arg)
{
    Object a{'a'};
    char handler = 'h';
    try {
        Object b{'b'};
        pthread_cleanup_push(cleanup, &handler);
        leave(*static_cast<int *>(arg));
        pthread_cleanup_pop(0);
    } catch (...) {
        events += '*';
        throw; /* must */
    }
    events += '!';
    return nullptr;
}

static void *expected(int how)
{
    return how == 0 ? reinterpret_cast<void *>(4) : PTHREAD_CANCELED;
}

int main()
{
    CHECK(pipe(pipe_fds) == 0);
    for (int round = 0; round < 20; round++)
        for (int how = 0; how < 3; how++) {
            pthread_t thread;
            void *value = nullptr;

            events.clear();
            ready = false;
            CHECK(pthread_create(&thread, nullptr, routine, &how) == 0);
            if (how != 0) {
                while (!ready)
                    usleep(100);
                CHECK(pthread_cancel(thread) == 0);
            }
            CHECK(pthread_join(thread, &value) == 0);
            CHECK(value == expected(how));
            if (events != (exit_unwinds ? "chb*a" : "h")) {
                std::fprintf(stderr, "how %d: %s\n", how, events.c_str());
                return 1;
            }
        }
    return 0;
}
