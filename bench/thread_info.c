/* SPDX-License-Identifier: MIT */
/* Asks for the scheduling of a thread, or for its attributes: of the thread that asks, or with other=1
 * of another one. */
#include "bench.h"

enum { SCHEDPARAM, ATTR };

static long what, other;
static pthread_t asked;

static void ask(void)
{
    for (long i = 0; i < bench.operations; i++) {
        struct sched_param param;
        pthread_attr_t attr;
        int policy;

        if (what == SCHEDPARAM) {
            BENCH_CHECK(pthread_getschedparam(asked, &policy, &param) == 0);
            BENCH_CHECK(policy == SCHED_OTHER);
        } else {
            BENCH_CHECK(pthread_getattr_np(asked, &attr) == 0);
            BENCH_CHECK(pthread_attr_destroy(&attr) == 0);
        }
    }
}

static void body(long index)
{
    static int over;
    const struct timespec pause = {0, 1000000};

    /* The first thread is there for the other to ask about. */
    if (other && index == 0) {
        asked = pthread_self();
        __atomic_store_n(&over, 1, __ATOMIC_RELEASE);
        while (__atomic_load_n(&over, __ATOMIC_ACQUIRE) != 2)
            nanosleep(&pause, NULL);
        return;
    }
    if (!other)
        asked = pthread_self();
    while (other && !__atomic_load_n(&over, __ATOMIC_ACQUIRE))
        sched_yield();
    ask();
    __atomic_store_n(&over, 2, __ATOMIC_RELEASE);
}

int main(int argc, char **argv)
{
    static const char *const words[] = {"schedparam", "attr", NULL};

    bench_begin(argc, argv, 500000,
                (const struct bench_option[]){
                    {"what", &what, 0, 0, words}, {"other", &other, 0, 1, NULL}, {0}});
    bench_threads(other ? 2 : 1, body);
    bench_result();
    return bench_end();
}
