/* SPDX-License-Identifier: MIT */
/*
 * For programs that are run as PROGRAM ONE TWO: two programs, from the same source but built for
 * two libraries, that share a page of memory. ONE makes the objects in it. The source has
 * partner(), which both run in step, each knowing who it is (me); and where a third process has a
 * part in it, partner_child().
 *
 * If one fails, the other is killed: it may be waiting for it.
 */
#ifndef PARTNERS_H
#define PARTNERS_H

#include "shared.h"

#ifdef __GLIBC__
#    include <gnu/libc-version.h>
#endif

/* What follows it on the page is the program's: objects at places of their own, whose types may
 * have different sizes. */
struct partners {
    struct gate step[2];
    int about_to_wait[2]; /* a thread's ID; 0: nobody is */
    int plain[2];         /* runs on a libc alone */
    int glibc;            /* the number behind 2. of the glibc that one of them runs on */
    int value, count;
    struct gate child;
};
enum { PLACE_FIRST = 256, PLACE_SIZE = 64, PLACES = 8 };

static struct partners *p;
static int me; /* 0: ONE, 1: TWO */

static void partner(void);
static void partner_child(void);

/* The object at a place. */
static inline void *partner_object(int place)
{
    CHECK(place < PLACES);
    return (char *)p + PLACE_FIRST + place * PLACE_SIZE;
}

/* Both have come here. */
static inline void meet(void)
{
    static int steps;

    gate_open(&p->step[me]);
    gate_wait_for(&p->step[!me], ++steps);
}

/* Of a thread of any process: test_looks_blocked, by another path. */
static inline int partner_sleeps(int tid)
{
    static const char *names[] = {"/syscall", "/stat"};
    char text[256];
    const char *at;
    long nr = 0;

    for (int i = 0; i < 2; i++) {
        struct test_line path = {.used = 0};

        test_put(&path, "/proc/");
        test_put_number(&path, tid);
        test_put(&path, names[i]);
        path.text[path.used] = '\0';
        if (test_read_file(path.text, text, sizeof text) <= 0)
            continue; /* `syscall` is hidden from other processes on some systems */
        if (i == 1) {
            at = test_find(text, ") ");
            return at != NULL && at[2] == 'S';
        }
        if (text[0] < '0' || text[0] > '9')
            return 0; /* "running" */
        for (at = text; *at >= '0' && *at <= '9'; at++)
            nr = nr * 10 + (*at - '0');
        if (!test_is_futex(nr))
            return 0;
    }
    return 0;
}

/* The caller is about to wait, and the other will look whether it does. Between this and the wait
 * it sleeps nowhere else. */
static inline void will_wait(void)
{
    STORE(&p->about_to_wait[me], test_gettid());
}

/* The other sleeps. */
static inline void wait_for_waiter(void)
{
    WAIT_UNTIL(LOAD(&p->about_to_wait[!me]) != 0);
    WAIT_UNTIL(partner_sleeps(LOAD(&p->about_to_wait[!me])));
    STORE(&p->about_to_wait[!me], 0);
}

static inline long partner_exec(const char *program, const char *role)
{
    const char *argv[] = {program, role, NULL};
    long pid = test_fork();

    CHECK(pid >= 0);
    if (pid == 0) {
        /* Nobody outlives who started it. */
        TEST_SYS2(prctl, 1 /* PR_SET_PDEATHSIG */, 9);
        TEST_SYS3(execve, program, argv, TEST_ENVIRONMENT);
        test_exit(126);
    }
    return pid;
}

/* Starts partner_child in a process of its own, on the caller's library. */
static inline UNUSED long partner_start_child(void)
{
    return partner_exec("/proc/self/exe", "child");
}

static inline int partner_supervise(const char *one, const char *two)
{
    long pid[2], gone;
    int status = -1;

    p = test_make_file();
    pid[0] = partner_exec(one, "one");
    pid[1] = partner_exec(two, "two");
    for (int i = 0; i < 2; i++) {
        while ((gone = TEST_SYS4(wait4, -1, &status, 0, NULL)) == -EINTR)
            ;
        CHECK(gone == pid[0] || gone == pid[1]);
        if (status != 0) {
            test_note(gone == pid[0] ? "ONE failed" : "TWO failed");
            TEST_SYS2(kill, pid[gone == pid[0]], 9);
            /* 77 stays what it is. */
            return (status & 0x7f) == 0 ? (status >> 8) & 0xff : 1;
        }
    }
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 3)
        return partner_supervise(argv[1], argv[2]);
    CHECK_EQ(argc, 2);
    p = test_map_file();
    if (test_same(argv[1], "child")) {
        partner_child();
        return 0;
    }
    me = test_same(argv[1], "two");
#ifdef PARTNER_PLAIN
    p->plain[me] = 1;
#    ifdef __GLIBC__
    p->glibc = atoi(gnu_get_libc_version() + 2);
#    endif
#endif
    meet();
    partner();
    return 0;
}

#endif
