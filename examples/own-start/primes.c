/* SPDX-License-Identifier: MIT */
/* Counts the primes below a hundred million in four threads, in a program that has no libc: no
 * stdio, no malloc, only what pthin brings. The main thread puts ranges of numbers into a bounded
 * queue; the workers take them out, sieve them and add up what they found.
 *
 *     pthin-cc --host=none -O2 primes.c -o primes && ./primes
 */
#include <pthread.h>
#include <string.h>
#include <unistd.h>

enum {
    LIMIT = 100000000,
    ROOT = 10000, /* its square is LIMIT */
    RANGE = 50000,
    WORKERS = 4,
    SLOTS = 8,
    EXPECTED = 5761455, /* pi(10^8) */
};

/* The queue: firsts of ranges that wait for a worker, a ring of SLOTS. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
static unsigned slots[SLOTS];
static unsigned in, out;
static int closed;

static unsigned total;                /* also under the lock */
static unsigned char small[ROOT + 1]; /* 1: composite; complete before the workers start */

static void put(unsigned first)
{
    pthread_mutex_lock(&lock);
    while (in - out == SLOTS)
        pthread_cond_wait(&not_full, &lock);
    slots[in++ % SLOTS] = first;
    pthread_cond_signal(&not_empty);
    pthread_mutex_unlock(&lock);
}

static void close_queue(void)
{
    pthread_mutex_lock(&lock);
    closed = 1;
    pthread_cond_broadcast(&not_empty);
    pthread_mutex_unlock(&lock);
}

/* 0 when the queue is closed and empty. */
static int take(unsigned *first)
{
    int found;

    pthread_mutex_lock(&lock);
    while (in == out && !closed)
        pthread_cond_wait(&not_empty, &lock);
    found = in != out;
    if (found) {
        *first = slots[out++ % SLOTS];
        pthread_cond_signal(&not_full);
    }
    pthread_mutex_unlock(&lock);
    return found;
}

static unsigned sieve(unsigned first)
{
    static _Thread_local unsigned char composite[RANGE];
    unsigned primes = 0;

    memset(composite, 0, sizeof composite);
    for (unsigned p = 2; p < ROOT; p++) {
        if (small[p])
            continue;
        unsigned multiple = (first + p - 1) / p * p;
        if (multiple < p * p)
            multiple = p * p;
        for (; multiple < first + RANGE; multiple += p)
            composite[multiple - first] = 1;
    }
    for (unsigned n = first; n < first + RANGE; n++)
        primes += n >= 2 && !composite[n - first];
    return primes;
}

/* Returns how many ranges this thread did. */
static void *worker(void *unused)
{
    unsigned first;
    size_t ranges = 0;

    (void)unused;
    while (take(&first)) {
        unsigned primes = sieve(first);

        pthread_mutex_lock(&lock);
        total += primes;
        pthread_mutex_unlock(&lock);
        ranges++;
    }
    return (void *)ranges;
}

static void say(const char *text)
{
    write(STDOUT_FILENO, text, strlen(text));
}

static void say_number(size_t number)
{
    char digits[24];
    char *p = digits + sizeof digits - 1;

    *p = '\0';
    do
        *--p = (char)('0' + number % 10);
    while (number /= 10);
    say(p);
}

int main(void)
{
    pthread_t threads[WORKERS];

    for (unsigned p = 2; p * p <= ROOT; p++)
        for (unsigned multiple = p * p; multiple <= ROOT; multiple += p)
            small[multiple] = 1;

    for (int i = 0; i < WORKERS; i++)
        if (pthread_create(&threads[i], NULL, worker, NULL) != 0) {
            say("pthread_create failed\n");
            return 1;
        }
    for (unsigned first = 0; first < LIMIT; first += RANGE)
        put(first);
    close_queue();

    for (int i = 0; i < WORKERS; i++) {
        void *ranges;

        pthread_join(threads[i], &ranges);
        say("thread ");
        say_number((size_t)i + 1);
        say(" sieved ");
        say_number((size_t)ranges);
        say(" ranges\n");
    }
    say_number(total);
    say(" primes below ");
    say_number(LIMIT);
    say(total == EXPECTED ? "\n" : ": wrong\n");
    return total != EXPECTED;
}
