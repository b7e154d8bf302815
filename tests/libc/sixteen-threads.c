/* SPDX-License-Identifier: MIT */
/*
 * Sixteen threads at once in what a libc keeps locks or per-thread state for: stdio, malloc, errno,
 * locales, time, and the resolver. Every result is checked.
 */
#include "localhost.h"
#include "test.h"

#include <locale.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>
#include <wchar.h>

enum { THREADS = 16, ROUNDS = 25 };

static FILE *shared;
static struct gate up, go;

static void use_stdio(int me, int round)
{
    char text[64];

    /* One call, one line: lines of different threads must not mix. */
    CHECK(fprintf(shared, "thread %d round %d %0100d end\n", me, round, me) > 0);
    CHECK(snprintf(text, sizeof text, "%d/%d", me, round) > 0);
    int a = -1, b = -1;
    CHECK_EQ(sscanf(text, "%d/%d", &a, &b), 2);
    CHECK_EQ(a, me);
    CHECK_EQ(b, round);
}

static void use_malloc(int me, int round)
{
    enum { N = 40 };
    unsigned char *block[N];
    size_t size[N];

    for (int i = 0; i < N; i++) {
        size[i] = (size_t)(1 + (me * 131 + round * 31 + i * 977) % 3000);
        block[i] = malloc(size[i]);
        CHECK(block[i] != NULL);
        memset(block[i], me + i, size[i]);
    }
    for (int i = 0; i < N; i += 2) {
        size_t more = size[i] * 2;
        unsigned char *bigger = realloc(block[i], more);

        CHECK(bigger != NULL);
        memset(bigger + size[i], me + i, more - size[i]);
        block[i] = bigger;
        size[i] = more;
    }
    for (int i = N - 1; i >= 0; i--) {
        for (size_t at = 0; at < size[i]; at++)
            CHECK_EQ(block[i][at], (unsigned char)(me + i));
        free(block[i]);
    }
}

static void use_errno(int me)
{
    errno = 1000 + me;
    TEST_SYS0(sched_yield);
    CHECK_EQ(errno, 1000 + me);
    CHECK_EQ(close(-1), -1);
    CHECK_EQ(errno, EBADF);
    CHECK(fopen("/nonexistent/file", "r") == NULL);
    CHECK_EQ(errno, ENOENT);
}

static void use_locale(int me)
{
    locale_t mine = newlocale(LC_ALL_MASK, me % 2 ? "C.UTF-8" : "C", NULL), before;
    wchar_t wide = 0;
    mbstate_t state;
    char text[32];

    CHECK(mine != NULL);
    before = uselocale(mine);
    CHECK(before == LC_GLOBAL_LOCALE);
    CHECK(uselocale(NULL) == mine);
    memset(&state, 0, sizeof state);
    if (me % 2) {
        CHECK_EQ(mbrtowc(&wide, "\xc3\xa9", 2, &state), 2);
        CHECK_EQ(wide, 0xe9);
    }
    CHECK(snprintf(text, sizeof text, "%.2f", 1.5 + me) > 0);
    CHECK(strchr(text, '.') != NULL);
    CHECK(uselocale(LC_GLOBAL_LOCALE) == mine);
    freelocale(mine);
}

static void use_time(int me)
{
    time_t when = 86400 * (me + 1);
    struct tm tm;

    CHECK(gmtime_r(&when, &tm) != NULL);
    CHECK_EQ(tm.tm_yday, me + 1);
    CHECK(localtime_r(&when, &tm) != NULL);
}

static bool ask_for_localhost;

static void look_up(const char *name, int flags)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM, .ai_flags = flags};
    struct addrinfo *list = NULL;

    CHECK_EQ(getaddrinfo(name, "80", &hints, &list), 0);
    CHECK(list != NULL && list->ai_family == AF_INET);
    freeaddrinfo(list);
}

static void use_resolver(void)
{
    look_up("127.0.0.1", AI_NUMERICHOST);
    if (ask_for_localhost)
        look_up("localhost", 0);
}

static void *routine(void *arg)
{
    int me = (int)(intptr_t)arg;

    gate_open(&up);
    gate_wait(&go);
    for (int round = 0; round < ROUNDS; round++) {
        use_stdio(me, round);
        use_malloc(me, round);
        use_errno(me);
        use_locale(me);
        use_time(me);
        if (round % 10 == 0)
            use_resolver();
    }
    return NULL;
}

int main(void)
{
    int seen[THREADS] = {0}, lines = 0;
    pthread_t thread[THREADS];
    char line[256];

    shared = tmpfile();
    CHECK(shared != NULL);
    ask_for_localhost = localhost_known();
    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    gate_wait_for(&up, THREADS);
    gate_open(&go);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);

    rewind(shared);
    while (fgets(line, sizeof line, shared)) {
        int me = -1, round = -1, again = -1;

        CHECK_EQ(sscanf(line, "thread %d round %d %d end", &me, &round, &again), 3);
        CHECK(me >= 0 && me < THREADS);
        CHECK_EQ(again, me);
        CHECK_EQ(round, seen[me]++); /* each thread's lines in its order */
        lines++;
    }
    CHECK_EQ(lines, THREADS * ROUNDS);
    CHECK_EQ(fclose(shared), 0);
    return 0;
}
