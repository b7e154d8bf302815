/* SPDX-License-Identifier: MIT */
/*
 * dlopen-while-creating PLUGIN: libraries with thread-local data are loaded, by two threads, while
 * others create threads all the time, and while constructors of the libraries do. Every thread, older
 * or newer than a library, finds the library's data in their initial state.
 */
#include "test.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>

enum { LIBRARIES = 24, LOADERS = 2, MAKERS = 3, OLD = 3 };

static char folder[] = "/tmp/pthin-test-XXXXXX";
static const char *plugin;
static long *(*data[LIBRARIES])(void);
static int stop, created;

/* seen: what this thread has looked at before. */
static void look(char *seen)
{
    for (int i = 0; i < LIBRARIES; i++) {
        long *(*get)(void) = LOAD(&data[i]);

        if (get == NULL)
            continue;
        CHECK_EQ(get()[0], seen[i] ? 1 : 77);
        CHECK_EQ(get()[499], seen[i] ? 2 : 0);
        get()[0] = 1;
        get()[499] = 2;
        seen[i] = 1;
    }
}

static void *short_lived(void *arg)
{
    char seen[LIBRARIES] = "";

    look(seen);
    look(seen);
    return arg;
}

static void *old(void *arg)
{
    char seen[LIBRARIES] = "";

    while (!LOAD(&stop)) {
        look(seen);
        test_nap();
    }
    look(seen);
    return arg;
}

static void *make(void *arg)
{
    while (!LOAD(&stop)) {
        pthread_t thread[4];

        for (int i = 0; i < 4; i++)
            thread[i] = test_start(short_lived, NULL);
        for (int i = 0; i < 4; i++)
            test_finish(thread[i]);
        ADD(&created, 4);
    }
    return arg;
}

static void copy(const char *to)
{
    char buffer[4096];
    int in = open(plugin, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_EXCL, 0700);
    ssize_t n;

    CHECK(in >= 0 && out >= 0);
    while ((n = read(in, buffer, sizeof buffer)) > 0)
        CHECK_EQ(write(out, buffer, n), n);
    CHECK_EQ(n, 0);
    CHECK_EQ(close(in) | close(out), 0);
}

static void *load(void *arg)
{
    char name[100];

    for (int i = (int)(intptr_t)arg; i < LIBRARIES; i += LOADERS) {
        int before = LOAD(&created);
        void *library;

        CHECK(snprintf(name, sizeof name, "%s/%d.so", folder, i) > 0);
        copy(name);
        library = dlopen(name, RTLD_NOW);
        if (library == NULL)
            test_note(dlerror());
        CHECK(library != NULL);
        CHECK_EQ(unlink(name), 0);
        STORE(&data[i], (long *(*)(void))dlsym(library, "plugin_data"));
        CHECK(LOAD(&data[i]) != NULL);
        CHECK(dlopen("/nonexistent/library.so", RTLD_NOW) == NULL);
        WAIT_UNTIL(LOAD(&created) > before);
    }
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t thread[OLD + MAKERS], loader[LOADERS];

    CHECK(argc > 1);
    plugin = argv[1];
    CHECK(mkdtemp(folder) != NULL);
    for (int i = 0; i < OLD + MAKERS; i++)
        thread[i] = test_start(i < OLD ? old : make, NULL);
    for (int i = 0; i < LOADERS; i++)
        loader[i] = test_start(load, (void *)(intptr_t)i);
    for (int i = 0; i < LOADERS; i++)
        test_finish(loader[i]);
    STORE(&stop, 1);
    for (int i = 0; i < OLD + MAKERS; i++)
        test_finish(thread[i]);
    CHECK_EQ(rmdir(folder), 0);
    return 0;
}
