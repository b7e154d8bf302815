/* SPDX-License-Identifier: MIT */
/*
 * A library that asks for executable stacks is loaded while threads run: stacks are executable in
 * the threads that are made from then on, also in those on stacks used before, and when such a one
 * has been made, in all.
 */
#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>

#include "test.h"

enum { THREADS = 3 };

static struct gate started, loaded;

static int stack_is_executable(void)
{
    FILE *maps = fopen("/proc/self/maps", "re");
    uintptr_t here = (uintptr_t)&maps, from, to;
    char line[512], mode[8];
    int executable = -1;

    CHECK(maps != NULL);
    while (executable < 0 && fgets(line, sizeof line, maps))
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %7s", &from, &to, mode) == 3 && from <= here &&
            here < to)
            executable = mode[2] == 'x';
    fclose(maps);
    return executable;
}

static void *early(void *arg)
{
    CHECK_EQ(stack_is_executable(), 0);
    gate_open(&started);
    gate_wait(&loaded);
    CHECK_EQ(stack_is_executable(), 1);
    return arg;
}

static void *late(void *arg)
{
    CHECK_EQ(stack_is_executable(), 1);
    return arg;
}

static void *brief(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t thread[THREADS], used[THREADS];
    int (*is_there)(void);
    void *plugin;

    CHECK_EQ(argc, 2);
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(early, NULL);
    gate_wait_for(&started, THREADS);
    for (int i = 0; i < THREADS; i++)
        used[i] = test_start(brief, NULL);
    for (int i = 0; i < THREADS; i++)
        test_finish(used[i]);

    plugin = dlopen(argv[1], RTLD_NOW);
    if (!plugin)
        TEST_SKIP("this glibc or this system refuses such libraries");
    *(void **)&is_there = dlsym(plugin, "plugin_is_there");
    CHECK(is_there != NULL && is_there());

    for (int i = 0; i < THREADS; i++)
        used[i] = test_start(late, NULL);
    for (int i = 0; i < THREADS; i++)
        test_finish(used[i]);
    gate_open(&loaded);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    return 0;
}
