/* SPDX-License-Identifier: MIT */
/*
 * Makes as many threads as it is asked for, or as it can, has all of them wait for one mutex, looks
 * at what they cost, and lets them go. An operation is one thread: its creation and its end.
 *
 * Counted besides: mappings=, rss_kib= (of the process), kernel_kib= (kernel stacks, page tables
 * and slabs, of the whole system, so nothing else should be starting or ending meanwhile): each as
 * the difference that the threads make. create_ns= and end_ns=: per thread. stopped=: the error of
 * the first pthread_create that failed, 0 if none did.
 */
#include "bench.h"

#include <asm/unistd.h>
#include <linux/fcntl.h>

#include "arch_port.h"

#define MOST 100000

static pthread_mutex_t mutex BENCH_ALONE = PTHREAD_MUTEX_INITIALIZER;
static long passed;           /* under the mutex */
static long here BENCH_ALONE; /* threads that have started */

static void *thread(void *arg)
{
    __atomic_add_fetch(&here, 1, __ATOMIC_RELEASE);
    pthread_mutex_lock(&mutex);
    passed++;
    pthread_mutex_unlock(&mutex);
    return arg;
}

/* ---------------------------------------------------------------- what /proc says */

/* Gives every byte of a file to f. */
static void read_file(const char *path, void (*f)(char c, void *arg), void *arg)
{
    static char buffer[65536];
    long fd = arch_syscall4(__NR_openat, AT_FDCWD, (long)path, O_RDONLY, 0);
    long n;

    BENCH_CHECK(fd >= 0);
    while ((n = arch_syscall3(__NR_read, fd, (long)buffer, sizeof buffer)) > 0)
        for (long i = 0; i < n; i++)
            f(buffer[i], arg);
    BENCH_CHECK(n == 0);
    arch_syscall1(__NR_close, fd);
}

static void count_line(char c, void *arg)
{
    *(long *)arg += c == '\n';
}

/* Adds up the numbers of the lines that begin with one of some words. */
struct search {
    const char *const *words;
    char word[32];
    size_t length; /* of the word so far; more than fits: past it */
    long number, sum;
};

static int is_wanted(const struct search *s)
{
    for (int i = 0; s->words[i]; i++)
        if (strlen(s->words[i]) == s->length && memcmp(s->words[i], s->word, s->length) == 0)
            return 1;
    return 0;
}

static void search_byte(char c, void *arg)
{
    struct search *s = arg;

    if (c == '\n') {
        s->sum += is_wanted(s) ? s->number : 0;
        s->length = 0;
        s->number = -1;
    } else if (s->number < 0) {
        if (c == ':')
            s->number = 0;
        else if (s->length < sizeof s->word)
            s->word[s->length++] = c;
    } else if (c >= '0' && c <= '9') {
        s->number = s->number * 10 + (c - '0');
    }
}

static long search(const char *path, const char *const *words)
{
    struct search s = {.words = words, .number = -1};

    read_file(path, search_byte, &s);
    return s.sum;
}

struct usage {
    long mappings, rss, kernel;
};

static struct usage usage(void)
{
    static const char *const rss[] = {"VmRSS", NULL};
    static const char *const kernel[] = {"KernelStack", "PageTables", "Slab", NULL};
    struct usage u = {0};

    u.kernel = search("/proc/meminfo", kernel);
    u.rss = search("/proc/self/status", rss);
    read_file("/proc/self/maps", count_line, &u.mappings);
    return u;
}

/* ---------------------------------------------------------------- the threads */

static void pause_shortly(void)
{
    const struct timespec t = {0, 100000};

    nanosleep(&t, NULL);
}

int main(int argc, char **argv)
{
    static pthread_t threads[MOST];
    long stack = 0; /* KiB; 0: what the implementation gives */
    long made = 0;
    int err = 0;
    long long create_wall, create_cpu;
    pthread_attr_t attr;
    struct usage before, with;

    bench_begin(argc, argv, 1000,
                (const struct bench_option[]){{"stack", &stack, 0, 1048576, NULL}, {0}});
    BENCH_CHECK(bench.operations <= MOST);
    BENCH_CHECK(pthread_attr_init(&attr) == 0);
    if (stack)
        BENCH_CHECK(pthread_attr_setstacksize(&attr, (size_t)stack * 1024) == 0);
    before = usage(); /* also has everything used once that is used again */
    before = usage();

    pthread_mutex_lock(&mutex);
    bench_start();
    while (made < bench.operations && !err) {
        err = pthread_create(&threads[made], &attr, thread, NULL);
        made += !err;
    }
    BENCH_CHECK(made > 0);
    while (__atomic_load_n(&here, __ATOMIC_ACQUIRE) < made)
        pause_shortly();
    bench_stop();
    create_wall = bench_wall;
    create_cpu = bench_cpu;

    with = usage();

    bench_start();
    pthread_mutex_unlock(&mutex);
    for (long i = 0; i < made; i++)
        BENCH_CHECK(pthread_join(threads[i], NULL) == 0);
    bench_stop();
    BENCH_CHECK(passed == made);

    bench.operations = made;
    bench_wall += create_wall;
    bench_cpu += create_cpu;
    bench_result();
    bench_put_time("create_ns", create_wall, made);
    bench_put_time("end_ns", bench_wall - create_wall, made);
    bench_put_figure("mappings", with.mappings - before.mappings);
    bench_put_figure("rss_kib", with.rss - before.rss);
    bench_put_figure("kernel_kib", with.kernel - before.kernel);
    bench_put_figure("stopped", err);
    return bench_end();
}
