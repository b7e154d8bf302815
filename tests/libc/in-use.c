/* SPDX-License-Identifier: MIT */
/*
 * The program runs on pthin's threads: the functions come from libpthin.so, and pthin counts the
 * thread. (The other tests would pass on the libc's threads as well.)
 */
#include "test.h"

#include <dlfcn.h>
#include <stdio.h>

static void *routine(void *arg)
{
    return arg;
}

static void check(const char *name)
{
    Dl_info info;
    void *address = dlsym(RTLD_DEFAULT, name);

    CHECK(address != NULL);
    CHECK(dladdr(address, &info) != 0);
    if (test_find(info.dli_fname, "libpthin.so") == NULL) {
        printf("%s comes from %s\n", name, info.dli_fname);
        exit(1);
    }
}

int main(int argc, char **argv)
{
    static const char *const names[] = {
        "pthread_create",     "pthread_join",          "pthread_detach",        "pthread_exit",
        "pthread_key_create", "pthread_getspecific",   "pthread_once",          "pthread_mutex_lock",
        "pthread_cond_wait",  "pthread_cond_signal",   "pthread_kill",          "pthread_attr_init",
        "pthread_getattr_np", "pthread_mutexattr_init", "pthread_condattr_init", "pthread_setname_np",
    };
    struct test_result child;

    (void)argv;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check(names[i]);
    if (argc > 1) {
        CHECK_EQ(dup2(1, 2), 2); /* pthin reports on stderr, test_run reads stdout */
        for (int i = 0; i < 7; i++)
            test_finish(test_start(routine, NULL));
        return 0;
    }
    CHECK_EQ(setenv("PTHIN_STATS", "1", 1), 0);
    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    fputs(child.output, stdout);
    CHECK(test_find(child.output, "7 threads created") != NULL);
    return 0;
}
