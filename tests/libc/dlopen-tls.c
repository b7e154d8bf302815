/* SPDX-License-Identifier: MIT */
/*
 * dlopen-tls PLUGIN: thread-local variables of a library loaded with dlopen while threads run are
 * initialised in those threads, and in ones created later, also when they get the memory of threads
 * that ended; loading and unloading goes on while threads come and go.
 */
#include "test.h"

#include <dlfcn.h>

enum { N = 6 };
static struct gate up, go;
static int *(*initial)(void);
static long *(*dynamic)(void);
static const char *plugin;
static int stop;

static void look(void)
{
    CHECK_EQ(*initial(), 77);
    CHECK_EQ(dynamic()[0], 88);
    CHECK_EQ(dynamic()[99], 0);
    *initial() = 1;
    dynamic()[0] = 2;
    dynamic()[99] = 3;
}

static void *before(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    look();
    return arg;
}

static void *after(void *arg)
{
    look();
    return arg;
}

static void *churn(void *arg)
{
    while (!LOAD(&stop))
        test_finish(test_start(after, NULL));
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t thread[N], churner;
    void *handle;

    CHECK(argc > 1);
    plugin = argv[1];
    for (int i = 0; i < N; i++)
        thread[i] = test_start(before, NULL);
    gate_wait_for(&up, N);
    handle = dlopen(plugin, RTLD_NOW);
    if (handle == NULL)
        test_note(dlerror());
    CHECK(handle != NULL);
    initial = (int *(*)(void))dlsym(handle, "plugin_initial");
    dynamic = (long *(*)(void))dlsym(handle, "plugin_dynamic");
    CHECK(initial != NULL && dynamic != NULL);
    look();
    gate_open(&go);
    for (int i = 0; i < N; i++)
        test_finish(thread[i]);
    for (int i = 0; i < 20; i++)
        test_finish(test_start(after, NULL));

    /* The library stays; opening it again and asking for one that is not there is done meanwhile.
     */
    churner = test_start(churn, NULL);
    for (int i = 0; i < 100; i++) {
        void *again = dlopen(plugin, RTLD_NOW);

        CHECK(again != NULL);
        CHECK(dlopen("/nonexistent/library.so", RTLD_NOW) == NULL);
        CHECK(dlerror() != NULL);
        CHECK_EQ(dlclose(again), 0);
    }
    STORE(&stop, 1);
    test_finish(churner);
    CHECK_EQ(dlclose(handle), 0);

    /* Unloaded: its place may be taken by another library's, or by the same one loaded again. */
    for (int i = 0; i < 10; i++) {
        handle = dlopen(plugin, RTLD_NOW);
        CHECK(handle != NULL);
        initial = (int *(*)(void))dlsym(handle, "plugin_initial");
        dynamic = (long *(*)(void))dlsym(handle, "plugin_dynamic");
        CHECK(initial != NULL && dynamic != NULL);
        test_finish(test_start(after, NULL));
        CHECK_EQ(dlclose(handle), 0);
    }
    return 0;
}
