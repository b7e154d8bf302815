/* SPDX-License-Identifier: MIT */
/*
 * A callback of dl_iterate_phdr, which the loader runs under its lock, waits until another thread
 * has made a thread, and until that one has ended: no step of these needs the loader.
 */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include <link.h>

#include "test.h"

static struct gate asked, done;

static void *brief(void *arg)
{
    return arg;
}

static void *make(void *arg)
{
    gate_wait(&asked);
    test_finish(test_start(brief, NULL));
    gate_open(&done);
    return arg;
}

static int visit(struct dl_phdr_info *info, size_t size, void *arg)
{
    (void)info;
    (void)size;
    (void)arg;
    gate_open(&asked);
    gate_wait(&done);
    return 1;
}

int main(void)
{
    pthread_t maker = test_start(make, NULL);
    CHECK_EQ(dl_iterate_phdr(visit, NULL), 1);
    test_finish(maker);
    return 0;
}
