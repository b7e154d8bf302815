// SPDX-License-Identifier: MIT
//
// A program with TBB, for ./dev bench apps: sorts, reduces, and divides work into tasks until they are small.
//
//     tbb TIMES
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_reduce.h>
#include <tbb/parallel_sort.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <vector>

static uint64_t fibonacci(unsigned n)
{
    if (n < 12)
        return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
    uint64_t left = 0, right = 0;
    tbb::task_group group;

    group.run([&] { left = fibonacci(n - 1); });
    right = fibonacci(n - 2);
    group.wait();
    return left + right;
}

static bool once(std::vector<uint32_t> &numbers, uint32_t value)
{
    for (auto &n : numbers)
        n = value = value * 1664525 + 1013904223;
    tbb::parallel_sort(numbers.begin(), numbers.end());
    uint64_t sum = tbb::parallel_reduce(
        tbb::blocked_range<size_t>(1, numbers.size(), 1000), uint64_t{0},
        [&](const auto &range, uint64_t part) {
            for (size_t n = range.begin(); n != range.end(); n++)
                part += numbers[n] >= numbers[n - 1];
            return part;
        },
        std::plus<>());
    return sum == numbers.size() - 1 && fibonacci(24) == 46368;
}

int main(int argc, char **argv)
{
    int times = argc > 1 ? atoi(argv[1]) : 0;

    if (times < 1) {
        fprintf(stderr, "usage: tbb TIMES\n");
        return 2;
    }
    tbb::global_control four(tbb::global_control::max_allowed_parallelism, 4);
    tbb::task_arena arena(4); // also where there are fewer processors
    bool right = true;

    arena.execute([&] {
        std::vector<uint32_t> numbers(400000);
        for (int i = 0; i < times && right; i++)
            right = once(numbers, 12345 + i);
    });
    return !right;
}
