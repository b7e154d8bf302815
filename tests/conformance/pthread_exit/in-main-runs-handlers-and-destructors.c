/* SPDX-License-Identifier: MIT */
/*
 * In the initial thread too pthread_exit runs the cleanup handlers and then the key destructors,
 * before the atexit functions.
 */
#include "test.h"

static void handler(void *arg)
{
    (void)arg;
    test_say("handler.");
}

static void destructor(void *value)
{
    (void)value;
    test_say("destructor.");
}

static void at_exit(void)
{
    test_say("atexit.");
}

int main(int argc, char **argv)
{
    struct test_result child;
    pthread_key_t key;

    (void)argv;
    if (argc > 1) {
        CHECK_EQ(atexit(at_exit), 0);
        CHECK_EQ(pthread_key_create(&key, destructor), 0);
        CHECK_EQ(pthread_setspecific(key, &key), 0);
        pthread_cleanup_push(handler, NULL);
        pthread_exit(NULL);
        pthread_cleanup_pop(0);
    }

    child = test_run("child");
    CHECK_EQ(child.exited, 0);
    CHECK(test_same(child.output, "handler.destructor.atexit."));
    return 0;
}
