/* SPDX-License-Identifier: MIT */
/*
 * memory-does-not-grow [COUNT]: creates that many short threads (200,000 if not said), joined and
 * detached ones, that use malloc, stdio, locales and the resolver. What a libc keeps per thread has
 * to be given back or used again: after the first quarter the process does not grow.
 */
#include "localhost.h"
#include "test.h"

#include <locale.h>
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>

enum { BATCH = 10, ALLOWED_KB = 4096 };

static FILE *sink;
static struct gate done;

static void *routine(void *arg)
{
    intptr_t number = (intptr_t)arg;
    char *blocks[8], text[100];
    locale_t locale;

    for (int i = 0; i < 8; i++) {
        blocks[i] = malloc((size_t)(50 << i));
        CHECK(blocks[i] != NULL);
        memset(blocks[i], i, (size_t)(50 << i));
    }
    locale = newlocale(LC_ALL_MASK, "C", NULL);
    CHECK(locale != NULL);
    uselocale(locale);
    snprintf(text, sizeof text, "%d %s", (int)number, strerror((int)(number % 40)));
    CHECK(fprintf(sink, "%s\n", text) > 0);
    uselocale(LC_GLOBAL_LOCALE);
    freelocale(locale);
    if (number % 5 == 0) {
        struct addrinfo hints = {.ai_family = AF_INET, .ai_flags = AI_NUMERICHOST}, *list = NULL;

        CHECK_EQ(getaddrinfo("127.0.0.1", NULL, &hints, &list), 0);
        freeaddrinfo(list);
        if (number % 25 == 0 && localhost_known()) {
            hints.ai_flags = 0;
            CHECK_EQ(getaddrinfo("localhost", NULL, &hints, &list), 0);
            freeaddrinfo(list);
        }
    }
    for (int i = 0; i < 8; i++)
        free(blocks[i]);
    gate_open(&done);
    return arg;
}

int main(int argc, char **argv)
{
    long count = argc > 1 ? atol(argv[1]) : 200000, before = 0, after;
    pthread_attr_t detached;

    CHECK(count >= 4 * BATCH);
    sink = fopen("/dev/null", "w");
    CHECK(sink != NULL);
    CHECK_EQ(pthread_attr_init(&detached), 0);
    CHECK_EQ(pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED), 0);

    for (long i = 0; i < count; i += BATCH) {
        pthread_t thread[BATCH];

        for (int j = 0; j < BATCH; j++)
            CHECK_EQ(pthread_create(&thread[j], j % 2 ? &detached : NULL, routine,
                                    (void *)(intptr_t)(i + j)),
                     0);
        for (int j = 0; j < BATCH; j += 2)
            test_finish(thread[j]);
        gate_wait_for(&done, BATCH);
        STORE(&done.count, 0);
        if (i < count / 4)
            before = test_status("VmRSS:");
    }
    after = test_status("VmRSS:");
    printf("%ld threads, %ld kB after a quarter, %ld kB at the end\n", count, before, after);
    CHECK(after < before + ALLOWED_KB);
    return 0;
}
