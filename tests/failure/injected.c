/* SPDX-License-Identifier: MIT */
/*
 * For injected.sh, which lets a system call fail after the marker: threads with a stack of their
 * own size and of the default size are created; each creation succeeds or gives EAGAIN; whatever
 * happened, nothing is leaked and the next creation works. The number of EAGAINs is the exit
 * status.
 */
#include "burn.h"

enum { N = 4 };
static struct gate up, go;

static void *routine(void *arg)
{
    gate_open(&up);
    gate_wait(&go);
    return arg;
}

static int failed;

static void create_some(const pthread_attr_t *attr)
{
    pthread_t thread[N];
    int made[N], count = 0;

    STORE(&up.count, 0);
    STORE(&go.count, 0);
    for (int i = 0; i < N; i++) {
        int error = pthread_create(&thread[i], attr, routine, (void *)(intptr_t)(i + 1));

        CHECK(error == 0 || error == EAGAIN);
        made[i] = error == 0;
        count += made[i];
        failed += !made[i];
    }
    gate_wait_for(&up, count);
    gate_open(&go);
    for (int i = 0; i < N; i++)
        if (made[i])
            CHECK_EQ(test_finish(thread[i]), i + 1);
}

int main(void)
{
    static char maps[2][1 << 16];
    pthread_attr_t own;
    pthread_t thread;
    long before;

    CHECK_EQ(pthread_attr_init(&own), 0);
    CHECK_EQ(pthread_attr_setstacksize(&own, 3 << 20), 0);
    /* The first threads set things up, and blocks for N of them may be kept. */
    create_some(NULL);
    create_some(&own);
    create_some(NULL);
    before = test_status("VmSize:");
    CHECK(test_read_file("/proc/self/maps", maps[0], sizeof maps[0]) > 0);
    CHECK_EQ(failed, 0);

    burn(40);
    TEST_SYS1(close, -77); /* the marker */
    create_some(&own);
    create_some(NULL);
    TEST_SYS1(close, -78);
    burn(2);

    CHECK_EQ(pthread_create(&thread, &own, routine, (void *)9), 0);
    CHECK_EQ(test_finish(thread), 9);
    CHECK_EQ(pthread_create(&thread, NULL, routine, (void *)8), 0);
    CHECK_EQ(test_finish(thread), 8);
    if (test_status("VmSize:") > before) {
        CHECK(test_read_file("/proc/self/maps", maps[1], sizeof maps[1]) > 0);
        TEST_SYS3(write, 2, maps[0], strlen(maps[0]));
        TEST_SYS3(write, 2, "---\n", 4);
        TEST_SYS3(write, 2, maps[1], strlen(maps[1]));
        CHECK(!"the process has grown");
    }
    test_exit(failed > 100 ? 100 : 100 + failed); /* 1 is a failed check, 77 a skipped test */
}
