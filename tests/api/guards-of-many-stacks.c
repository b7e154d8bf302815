/* SPDX-License-Identifier: MIT */
/*
 * Beyond 1,024 threads the guards of small stacks are made in another way (src/core/stack.c), which
 * takes no mappings where the kernel has it: they are guards, all of the stack can be used, and both
 * remain so when the stack is used again.
 */
#include <pthin/thread.h>

#include "test.h"

enum { FIRST = 1030, MORE = 200, STACK = 192 << 10, GUARD = 2 * TEST_PAGE };
enum { GUARD_INSTALL = 102 /* MADV_GUARD_INSTALL, since Linux 6.13 */ };

struct member {
    pthin_thread *thread;
    char *low;
    struct gate go;
};

static struct member first[FIRST], more[MORE];
static struct gate up;
static int pipe_fds[2];

/* The kernel reads it as the program would. */
static int is_readable(const char *byte)
{
    char back;
    long n = TEST_SYS3(write, pipe_fds[1], byte, 1);

    if (n == -EFAULT)
        return 0;
    CHECK_EQ(n, 1);
    CHECK_EQ(TEST_SYS3(read, pipe_fds[0], &back, 1), 1);
    return 1;
}

static void check_guard(const char *low)
{
    CHECK(is_readable(low));
    CHECK(!is_readable(low - 1));
    CHECK(!is_readable(low - TEST_PAGE));
    CHECK(!is_readable(low - GUARD));
}

static void *live(size_t count, void **args)
{
    struct member *m = args[0];
    size_t size, guard;
    void *low;
    char here;

    (void)count;
    CHECK_EQ(pthin_thread_stack(pthin_thread_current(), &low, &size, &guard), 0);
    CHECK_EQ(guard, GUARD);
    CHECK(size >= STACK && (size_t)(&here - (char *)low) < size);
    m->low = low;
    /* Used down to its end: what the cache keeps of it is less. */
    for (char *at = &here - 4096; at >= m->low; at -= 1024)
        *(volatile char *)at = 1;
    *(volatile char *)m->low = 1;
    gate_open(&up);
    gate_wait(&m->go);
    return m;
}

static void start(struct member *m)
{
    void *args[] = {m};
    int error = pthin_thread_create(&m->thread, live, args, 1, STACK, GUARD);

    if (error == EAGAIN)
        TEST_SKIP("so many threads may not be");
    CHECK_EQ(error, 0);
}

static void end(struct member *m)
{
    void *result;

    gate_open(&m->go);
    CHECK_EQ(pthin_thread_join(m->thread, &result), 0);
    CHECK(result == m);
    m->go.count = 0;
}

/* Lines of /proc/self/maps. */
static int mappings(void)
{
    static char text[4096];
    long fd = TEST_SYS4(openat, -100 /* AT_FDCWD */, "/proc/self/maps", 0, 0), n;
    int lines = 0;

    CHECK(fd >= 0);
    while ((n = TEST_SYS3(read, fd, text, sizeof text)) > 0)
        for (long i = 0; i < n; i++)
            lines += text[i] == '\n';
    TEST_SYS1(close, fd);
    return lines;
}

static int kernel_has_them(void)
{
    char *page = test_map(TEST_PAGE);
    /* Emulators take any advice. */
    int has = TEST_SYS3(madvise, page, TEST_PAGE, -1) != 0 &&
              TEST_SYS3(madvise, page, TEST_PAGE, GUARD_INSTALL) == 0;

    test_unmap(page, TEST_PAGE);
    return has;
}

int main(void)
{
    static char *lows[MORE];
    int before, kept = 0, again = 0;

    CHECK_EQ(TEST_SYS2(pipe2, pipe_fds, 0), 0);
    for (int i = 0; i < FIRST; i++)
        start(&first[i]);
    gate_wait_for(&up, FIRST);
    before = mappings();
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < MORE; i++)
            start(&more[i]);
        gate_wait_for(&up, FIRST + (round + 1) * MORE);
        if (kernel_has_them())
            CHECK(mappings() - before < MORE / 2);
        for (int i = 0; i < MORE; i++) {
            check_guard(more[i].low);
            for (int k = 0; k < kept; k++)
                again += lows[k] == more[i].low;
        }
        for (int i = 0; i < MORE; i++)
            end(&more[i]);
        kept = 0;
        for (int i = 0; i < MORE; i++) {
            if (!is_readable(more[i].low))
                continue; /* given back */
            check_guard(more[i].low);
            lows[kept++] = more[i].low;
        }
        CHECK(kept > 0);
    }
    CHECK(again > 0);
    for (int i = 0; i < FIRST; i++) {
        check_guard(first[i].low);
        end(&first[i]);
    }
    return 0;
}
