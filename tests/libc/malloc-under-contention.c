/* SPDX-License-Identifier: MIT */
/*
 * Threads allocate, grow, pass on and free memory at the same time: blocks of one thread are freed by
 * the next, and no two threads are ever given the same memory.
 */
#include "test.h"

enum { THREADS = 6, SLOTS = 64, TURNS = 20000 };

static struct slot {
    unsigned char *block;
    size_t size;
    unsigned char mark; /* what every byte of the block is */
} slots[SLOTS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void check(const struct slot *s)
{
    for (size_t i = 0; i < s->size; i++)
        CHECK_EQ(s->block[i], s->mark);
}

static struct slot exchange(unsigned at, struct slot mine)
{
    struct slot old;

    CHECK_EQ(pthread_mutex_lock(&lock), 0);
    old = slots[at];
    slots[at] = mine;
    CHECK_EQ(pthread_mutex_unlock(&lock), 0);
    return old;
}

static void *routine(void *arg)
{
    unsigned random = 1 + (unsigned)(uintptr_t)arg;

    for (int i = 0; i < TURNS; i++) {
        struct slot mine;
        size_t more;

        random = random * 1103515245 + 12345;
        mine.size = 1 + (random >> 8) % (i % 64 ? 400 : 40000);
        mine.mark = (unsigned char)(random >> 16);
        mine.block = malloc(mine.size);
        CHECK(mine.block != NULL);
        memset(mine.block, mine.mark, mine.size);
        mine = exchange((random >> 4) % SLOTS, mine);
        if (mine.block == NULL)
            continue;
        check(&mine); /* another thread's, as a rule */
        more = mine.size + 1 + random % 100;
        mine.block = realloc(mine.block, more);
        CHECK(mine.block != NULL);
        check(&mine);
        free(mine.block);
    }
    return arg;
}

int main(void)
{
    pthread_t thread[THREADS];

    for (int i = 0; i < THREADS; i++)
        thread[i] = test_start(routine, (void *)(intptr_t)i);
    for (int i = 0; i < THREADS; i++)
        test_finish(thread[i]);
    for (int i = 0; i < SLOTS; i++) {
        check(&slots[i]);
        free(slots[i].block);
    }
    return 0;
}
