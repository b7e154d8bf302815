/* SPDX-License-Identifier: MIT */
/*
 * What the benchmark programs share. One header, as a program is one source file that is compiled
 * for each of the implementations, one of which has no libc.
 *
 *     PROGRAM [OPERATIONS] [NAME=VALUE]...
 *
 * does that much work, checks its own result, and prints one line:
 *
 *     create_serial ops=20000 ns=25312.104 cpu_ns=23000.400
 *
 * wall clock and CPU time per operation, then what else the program counts. Every program takes
 * pin=1: its threads take the CPUs that the process may run on in turn, one each; and, of use to
 * those with several threads at once, away=1: the main thread waits for them in a system call that
 * the library under test does not know of, as a program's might in poll or read.
 */
#ifndef BENCH_H
#define BENCH_H

#ifndef _GNU_SOURCE
#    define _GNU_SOURCE
#endif

#include <pthread.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef BENCH_FLOOR
#    include "floor.h"
#endif

#define UNUSED __attribute__((unused))

/* For what threads share: a cache line, and its neighbour that is fetched with it, of its own. */
#define BENCH_ALONE __attribute__((aligned(128)))

/* ---------------------------------------------------------------- text */

static struct {
    char text[512];
    size_t used;
} bench_line;

static UNUSED void bench_put(const char *s)
{
    size_t length = strlen(s);

    if (length > sizeof bench_line.text - bench_line.used)
        length = sizeof bench_line.text - bench_line.used;
    memcpy(bench_line.text + bench_line.used, s, length);
    bench_line.used += length;
}

static UNUSED void bench_put_number(long long value)
{
    char digits[24];
    char *p = digits + sizeof digits - 1;

    *p = '\0';
    do
        *--p = (char)('0' + value % 10);
    while (value /= 10);
    bench_put(p);
}

/* The line goes out in one piece. */
static UNUSED void bench_flush(int fd)
{
    bench_put("\n");
    if (write(fd, bench_line.text, bench_line.used) < 0)
        _exit(1);
    bench_line.used = 0;
}

static const char *bench_name;

static UNUSED void __attribute__((noreturn))
bench_fail(int status, const char *what, const char *detail)
{
    bench_line.used = 0;
    bench_put(bench_name);
    bench_put(": ");
    bench_put(what);
    bench_put(detail);
    bench_flush(STDERR_FILENO);
    _exit(status);
}

#define BENCH_STRING_(x) #x
#define BENCH_STRING(x)  BENCH_STRING_(x)
#define BENCH_CHECK(expr)                                                                          \
    do {                                                                                           \
        if (!(expr))                                                                               \
            bench_fail(1, "line " BENCH_STRING(__LINE__) " failed: ", #expr);                      \
    } while (0)

/* ---------------------------------------------------------------- arguments */

struct bench_option {
    const char *name;
    long *value; /* holds the default */
    long least, most;
    const char *const *words; /* if set, the values are words, and *value is the word's place */
};

static struct {
    long operations, least_operations;
    long pin, away;
    cpu_set_t cpus; /* what the process may run on, as it started */
    int cpu_count;
} bench;

/* Text up to end or NUL as a number; -1 if it is none. */
static UNUSED long bench_number(const char *s)
{
    long value = 0;

    if (!*s)
        return -1;
    for (; *s; s++) {
        if (*s < '0' || *s > '9' || value > 100000000)
            return -1;
        value = value * 10 + (*s - '0');
    }
    return value;
}

static UNUSED int bench_set_option(const struct bench_option *option, const char *text)
{
    size_t length = strlen(option->name);
    long value;

    if (strlen(text) <= length || memcmp(text, option->name, length) != 0 || text[length] != '=')
        return 0;
    text += length + 1;
    if (option->words) {
        value = 0;
        while (option->words[value] && (strlen(option->words[value]) != strlen(text) ||
                                        memcmp(option->words[value], text, strlen(text)) != 0))
            value++;
        if (!option->words[value])
            return 0;
    } else {
        value = bench_number(text);
        if (value < option->least || value > option->most)
            return 0;
    }
    *option->value = value;
    return 1;
}

static UNUSED void __attribute__((noreturn))
bench_usage(const struct bench_option *options, const char *bad)
{
    bench_put(bench_name);
    bench_put(": cannot use '");
    bench_put(bad);
    bench_put("'; the arguments are [OPERATIONS] [pin=0-1] [away=0-1]");
    for (const struct bench_option *o = options; o->name; o++) {
        bench_put(" [");
        bench_put(o->name);
        bench_put("=");
        if (o->words) {
            for (int i = 0; o->words[i]; i++) {
                bench_put(i ? "|" : "");
                bench_put(o->words[i]);
            }
        } else {
            bench_put_number(o->least);
            bench_put("-");
            bench_put_number(o->most);
        }
        bench_put("]");
    }
    bench_flush(STDERR_FILENO);
    _exit(2);
}

/* Reads the arguments; options ends with one that has no name. */
static UNUSED void bench_begin(int argc, char **argv, long operations,
                               const struct bench_option *options)
{
    static const struct bench_option pin = {"pin", &bench.pin, 0, 1, NULL};
    static const struct bench_option away = {"away", &bench.away, 0, 1, NULL};

    bench_name = argv[0];
    for (const char *s = argv[0]; *s; s++)
        if (*s == '/')
            bench_name = s + 1;
    bench.operations = operations;
    for (int i = 1; i < argc; i++) {
        const struct bench_option *o = options;
        long number = bench_number(argv[i]);

        if (number > 0) {
            bench.operations = number;
            continue;
        }
        while (o->name && !bench_set_option(o, argv[i]))
            o++;
        if (!o->name && !bench_set_option(&pin, argv[i]) && !bench_set_option(&away, argv[i]))
            bench_usage(options, argv[i]);
    }
    BENCH_CHECK(sched_getaffinity(0, sizeof bench.cpus, &bench.cpus) == 0);
    bench.cpu_count = CPU_COUNT(&bench.cpus);
}

#define BENCH_NO_OPTIONS ((const struct bench_option[]){{NULL, NULL, 0, 0, NULL}})

/* ---------------------------------------------------------------- clocks and the result */

static UNUSED long long bench_now(clockid_t clock)
{
    struct timespec t;

    BENCH_CHECK(clock_gettime(clock, &t) == 0);
    return t.tv_sec * 1000000000LL + t.tv_nsec;
}

static long long bench_wall, bench_cpu;

static UNUSED void bench_start(void)
{
    bench_cpu = bench_now(CLOCK_PROCESS_CPUTIME_ID);
    bench_wall = bench_now(CLOCK_MONOTONIC);
}

static UNUSED void bench_stop(void)
{
    bench_wall = bench_now(CLOCK_MONOTONIC) - bench_wall;
    bench_cpu = bench_now(CLOCK_PROCESS_CPUTIME_ID) - bench_cpu;
}

static UNUSED void bench_put_figure(const char *name, long long value)
{
    bench_put(" ");
    bench_put(name);
    bench_put("=");
    bench_put_number(value);
}

/* total nanoseconds of operations, per operation, with three decimals. */
static UNUSED void bench_put_time(const char *name, long long total, long operations)
{
    long long pico = (long long)((double)total * 1000 / (double)operations);
    long long decimals = pico % 1000;

    bench_put_figure(name, pico / 1000);
    bench_put(decimals < 10 ? ".00" : decimals < 100 ? ".0" : ".");
    bench_put_number(decimals);
}

/* Begins the line; bench_put_figure may add to it, bench_end ends it. */
static UNUSED void bench_result(void)
{
    bench_put(bench_name);
    bench_put_figure("ops", bench.operations);
    bench_put_time("ns", bench_wall, bench.operations);
    bench_put_time("cpu_ns", bench_cpu, bench.operations);
}

static UNUSED int bench_end(void)
{
    bench_flush(STDOUT_FILENO);
    return 0;
}

/* ---------------------------------------------------------------- work */

/* Turns of a loop that touches no memory. One copy, at one place in a cache line: where such a loop
 * lies makes it up to twice as slow, and what bench_turns measures must hold in the threads. */
static UNUSED __attribute__((noinline, aligned(64))) void bench_work(long turns)
{
    for (; turns > 0; turns--)
        __asm__ volatile("" : "+r"(turns));
}

/* How many turns take that many nanoseconds: by the fastest of some measurements, as only
 * disturbances make one slower. */
static UNUSED long bench_turns(long ns)
{
    static long long best;
    const long turns = 50000;

    for (int i = 0; i < 10 && ns && !(i == 0 && best); i++) {
        long long start = bench_now(CLOCK_MONOTONIC);
        long long took;

        bench_work(turns);
        took = bench_now(CLOCK_MONOTONIC) - start;
        if (took > 0 && (!best || took < best))
            best = took;
    }
    return ns ? (long)((double)ns * (double)turns / (double)best) : 0;
}

/* ---------------------------------------------------------------- threads */

#define BENCH_MAX_THREADS 256

static struct {
    void (*body)(long index);
    int ready, go, done;
} BENCH_ALONE bench_gate;

/* With pin=1, the calling thread to the CPU whose turn it is. */
static UNUSED void bench_pin(long index)
{
    cpu_set_t set;
    long skip = index % bench.cpu_count;

    if (!bench.pin)
        return;
    CPU_ZERO(&set);
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++)
        if (CPU_ISSET(cpu, &bench.cpus) && skip-- == 0)
            CPU_SET(cpu, &set);
    BENCH_CHECK(sched_setaffinity(0, sizeof set, &set) == 0);
}

static UNUSED void *bench_thread(void *arg)
{
    bench_pin((long)arg);
    __atomic_add_fetch(&bench_gate.ready, 1, __ATOMIC_RELEASE);
    /* Nothing of the library under test; short, so that yielding is no matter. */
    while (!__atomic_load_n(&bench_gate.go, __ATOMIC_ACQUIRE))
        sched_yield();
    bench_gate.body((long)arg);
    __atomic_add_fetch(&bench_gate.done, 1, __ATOMIC_RELEASE);
    return NULL;
}

/* Looks once in a while: that costs the threads less than a thousandth. */
static UNUSED void bench_stay_away(long count)
{
    const struct timespec pause = {0, 2000000};

    while (__atomic_load_n(&bench_gate.done, __ATOMIC_ACQUIRE) < count)
        nanosleep(&pause, NULL);
}

/* Runs body(0) to body(count - 1) in a thread each while the main thread waits to join them. The
 * clock runs from when all of them are ready to when all have ended. */
static UNUSED void bench_threads(long count, void (*body)(long index))
{
    pthread_t threads[BENCH_MAX_THREADS];

    bench_gate.body = body;
    for (long i = 0; i < count; i++)
        BENCH_CHECK(pthread_create(&threads[i], NULL, bench_thread, (void *)i) == 0);
    while (__atomic_load_n(&bench_gate.ready, __ATOMIC_ACQUIRE) < count)
        sched_yield();
    bench_start();
    __atomic_store_n(&bench_gate.go, 1, __ATOMIC_RELEASE);
    if (bench.away)
        bench_stay_away(count);
    for (long i = 0; i < count; i++)
        BENCH_CHECK(pthread_join(threads[i], NULL) == 0);
    bench_stop();
}

/* The share of the operations that thread index of count does. */
static UNUSED long bench_share(long index, long count)
{
    return bench.operations / count + (index < bench.operations % count);
}

#endif
