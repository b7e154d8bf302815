/* SPDX-License-Identifier: MIT */
/*
 * The program runs on pthin's threads: the functions come from libpthin.so or libpthin-musl.so, and
 * pthin counts the thread. (The other tests would pass on the libc's threads as well.)
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
    if (test_find(info.dli_fname, "/libpthin") == NULL) {
        printf("%s comes from %s\n", name, info.dli_fname);
        exit(1);
    }
}

int main(int argc, char **argv UNUSED)
{
    static const char *const names[] = {
        "pthread_create",      "pthread_join",           "pthread_detach",
        "pthread_exit",        "pthread_key_create",     "pthread_getspecific",
        "pthread_once",        "pthread_mutex_lock",     "pthread_cond_wait",
        "pthread_cond_signal", "pthread_kill",           "pthread_attr_init",
        "pthread_getattr_np",  "pthread_mutexattr_init", "pthread_condattr_init",
        "pthread_setname_np",
    };
    char path[1000], command[1100], line[200];
    ssize_t length;
    FILE *child;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check(names[i]);
    if (argc > 1) {
        for (int i = 0; i < 7; i++)
            test_finish(test_start(routine, NULL));
        return 0;
    }
    length = readlink("/proc/self/exe", path, sizeof path - 1);
    CHECK(length > 0);
    path[length] = '\0';
    CHECK(snprintf(command, sizeof command, "PTHIN_STATS=1 '%s' child 2>&1", path) > 0);
    child = popen(command, "r");
    CHECK(child != NULL);
    CHECK(fgets(line, sizeof line, child) != NULL);
    puts(line);
    CHECK(test_same(line, "pthin: 7 threads created\n"));
    CHECK_EQ(pclose(child), 0);
    return 0;
}
