/* SPDX-License-Identifier: MIT */
/* Some threads take one mutex in turn, work inside (cs nanoseconds), and outside (out). An
 * operation is one turn of one thread; the threads draw from one supply, so that all of them are
 * there to the end. spread is the share, in percent, of the thread that got the fewest turns in
 * that of the one that got the most. */
#include "bench.h"

static long threads = 2, cs, out;

static struct {
    pthread_mutex_t mutex;
    long taken;
} BENCH_ALONE shared = {PTHREAD_MUTEX_INITIALIZER, 0};

static struct {
    long turns;
} BENCH_ALONE done[BENCH_MAX_THREADS];

static void body(long index)
{
    const long inside = cs, outside = out;
    long turns = 0;
    int more;

    do {
        pthread_mutex_lock(&shared.mutex);
        more = shared.taken < bench.operations;
        if (more)
            shared.taken++;
        bench_work(inside);
        pthread_mutex_unlock(&shared.mutex);
        bench_work(outside);
        turns += more;
    } while (more);
    done[index].turns = turns;
}

int main(int argc, char **argv)
{
    long total = 0, least, most;

    bench_begin(argc, argv, 500000,
                (const struct bench_option[]){{"threads", &threads, 1, BENCH_MAX_THREADS, NULL},
                                              {"cs", &cs, 0, 1000000000, NULL},
                                              {"out", &out, 0, 1000000000, NULL},
                                              {0}});
    cs = bench_turns(cs);
    out = bench_turns(out);
    bench_threads(threads, body);
    least = most = done[0].turns;
    for (long i = 0; i < threads; i++) {
        long turns = done[i].turns;

        total += turns;
        least = turns < least ? turns : least;
        most = turns > most ? turns : most;
    }
    BENCH_CHECK(total == bench.operations);
    bench_result();
    bench_put_figure("spread", least * 100 / most);
    return bench_end();
}
