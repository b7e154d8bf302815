/* SPDX-License-Identifier: MIT */
/* A bounded queue: producers put numbers in, consumers take them out; a mutex and two condition
 * variables. put and take are what they do outside of the lock, in nanoseconds. An operation is one
 * number. */
#include "bench.h"

#define MOST 1024

static long producers = 1, consumers = 1, room = 1, put, take;

static struct {
    pthread_mutex_t mutex;
    long in, out;  /* how many went in and came out */
    long long sum; /* of those that came out */
    long slots[MOST];
} BENCH_ALONE queue = {.mutex = PTHREAD_MUTEX_INITIALIZER};
static pthread_cond_t not_empty BENCH_ALONE = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_full BENCH_ALONE = PTHREAD_COND_INITIALIZER;

static void produce(void)
{
    for (;;) {
        bench_work(put);
        pthread_mutex_lock(&queue.mutex);
        while (queue.in < bench.operations && queue.in - queue.out == room)
            pthread_cond_wait(&not_full, &queue.mutex);
        if (queue.in == bench.operations)
            break;
        queue.slots[queue.in % room] = queue.in;
        queue.in++;
        pthread_cond_signal(&not_empty);
        pthread_mutex_unlock(&queue.mutex);
    }
    /* The last one is in: nobody is to wait any more. */
    pthread_cond_broadcast(&not_full);
    pthread_cond_broadcast(&not_empty);
    pthread_mutex_unlock(&queue.mutex);
}

static void consume(void)
{
    for (;;) {
        pthread_mutex_lock(&queue.mutex);
        while (queue.in == queue.out && queue.in < bench.operations)
            pthread_cond_wait(&not_empty, &queue.mutex);
        if (queue.out == bench.operations)
            break;
        queue.sum += queue.slots[queue.out % room];
        queue.out++;
        pthread_cond_signal(&not_full);
        pthread_mutex_unlock(&queue.mutex);
        bench_work(take);
    }
    pthread_mutex_unlock(&queue.mutex);
}

static void body(long index)
{
    if (index < producers)
        produce();
    else
        consume();
}

int main(int argc, char **argv)
{
    bench_begin(argc, argv, 20000,
                (const struct bench_option[]){{"producers", &producers, 1, 100, NULL},
                                              {"consumers", &consumers, 1, 100, NULL},
                                              {"room", &room, 1, MOST, NULL},
                                              {"put", &put, 0, 1000000000, NULL},
                                              {"take", &take, 0, 1000000000, NULL},
                                              {0}});
    put = bench_turns(put);
    take = bench_turns(take);
    bench_threads(producers + consumers, body);
    BENCH_CHECK(queue.in == bench.operations && queue.out == bench.operations);
    BENCH_CHECK(queue.sum == (long long)bench.operations * (bench.operations - 1) / 2);
    bench_result();
    return bench_end();
}
