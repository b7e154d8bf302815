/* SPDX-License-Identifier: MIT */
/*
 * pthread_setname_np sets the thread's name as the kernel shows it, for the caller and for another
 * thread; pthread_getname_np reads it back.
 */
#include "test.h"

static struct gate up, go;
static pid_t tid;

static void *routine(void *arg)
{
    STORE(&tid, test_gettid());
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static void expect(pthread_t thread, pid_t id, const char *name)
{
    char text[64] = "", path[80];

    CHECK_EQ(pthread_getname_np(thread, text, 16), 0);
    CHECK(test_same(text, name));
    test_task_path(path, id, "comm");
    CHECK_EQ(test_read_file(path, text, sizeof text), (long)strlen(name) + 1);
    text[strlen(name)] = '\0';
    CHECK(test_same(text, name));
}

int main(void)
{
    pthread_t thread = test_start(routine, NULL);

    gate_wait(&up);
    CHECK_EQ(pthread_setname_np(thread, "worker"), 0);
    CHECK_EQ(pthread_setname_np(pthread_self(), "chief of 15 byt"), 0);
    expect(thread, tid, "worker");
    expect(pthread_self(), test_gettid(), "chief of 15 byt");
    CHECK_EQ(pthread_setname_np(thread, ""), 0);
    expect(thread, tid, "");
    CHECK_EQ(pthread_setname_np(thread, "fifteen letters"), 0);
    expect(thread, tid, "fifteen letters");
    gate_open(&go);
    test_finish(thread);
    return 0;
}
