/* SPDX-License-Identifier: MIT */
/*
 * What must not happen while a thread is being created.
 *
 * A thread of the engine's is put into musl's ring before it is cloned, and has no tid there for a
 * while. musl's fork and its broadcasts to all threads (setuid and its like) walk the ring, and so wait
 * until no creator is between the two.
 *
 * dlopen: musl counts the threads when it has read a library, makes room
 * for the library's thread-local data in so many, and then gives it to each thread in the ring. No
 * thread may come in between, and a new thread must have room for what was loaded before it. musl
 * keeps creators out by a lock that nobody else can reach; so ours are kept out here.
 *
 * Creators need not wait until dlopen returns: when the library's constructors run, which may create
 * threads and wait for what these do, musl is done with it. That shows by the number of libraries
 * ever loaded, which dl_iterate_phdr tells; or by a call that comes here from a constructor.
 */
#include <dlfcn.h>
#include <link.h>

#include <asm/unistd.h>
#include "core/lock.h"
#include "host/dynamic/redirect.h"
#include "load.h"
#include "musl.h"
#include "own.h"

/*
 * The word:
 *   bit 0      LOADING: a thread is in dlopen, and musl may not be done with the library; or in one of
 *              the others. Set by that thread, cleared by it or by whoever finds that dlopen is past
 *              what matters; both with the lock held.
 *   bits 1-31  CREATOR: how many threads are creating one. Counted up only while LOADING is clear;
 *              the thread that has set LOADING waits until they are none.
 */
#define LOADING 1u
#define CREATOR 2u
static _Atomic uint32_t word;

static _Atomic uint32_t lock; /* core/lock.h */

/* What LOADING is about, under the lock. */
static struct loading {
    uint32_t number; /* of the times that it has been set; never 0 */
    uint32_t thread; /* who has set it: the tid */
    bool counted;    /* it is a dlopen, and the rest is set */
    uint64_t before; /* how many libraries had been loaded */
} loading;

/* The program's signal handlers may fork. */
static void take_lock(ksigset *mask)
{
    ksigset block = KSIG_ALL & ~HOST_OPEN_SIGNALS;
    sys_sigprocmask(KSIG_BLOCK, &block, mask);
    lock_acquire(&lock);
}

static void free_lock(const ksigset *mask)
{
    lock_release(&lock);
    sys_sigprocmask(KSIG_SETMASK, mask, NULL);
}

/* Visits the first two objects: between two visits musl waits for a dlopen that is not done. */
static int visit(struct dl_phdr_info *info, size_t size, void *arg)
{
    uint64_t *loaded = arg;
    bool again = *loaded != UINT64_MAX;
    (void)size;
    *loaded = info->dlpi_adds;
    return again;
}

static uint64_t count_loaded(void)
{
    uint64_t loaded = UINT64_MAX;
    dl_iterate_phdr(visit, &loaded);
    return loaded;
}

/* What LOADING of that number is about is over, or musl is done with its library. */
void creators_go(uint32_t number)
{
    bool cleared = false;
    ksigset mask;
    if (number == 0)
        return;
    take_lock(&mask);
    if (loading.number == number)
        /* release: pairs with the next who sets it, or creates */
        cleared = atomic_fetch_and_explicit(&word, ~LOADING, memory_order_release) & LOADING;
    free_lock(&mask);
    if (cleared)
        futex_wake(&word, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* The caller has seen LOADING set in the word. Returns when it may look again. */
static void await_loading(uint32_t seen)
{
    ksigset mask;
    take_lock(&mask);
    struct loading l = loading;
    free_lock(&mask);
    /* By the caller: it was called by a constructor of the library. */
    if (l.counted && (l.thread == host_self_tid() || l.before != count_loaded())) {
        creators_go(l.number);
        return;
    }
    /* dlopen has not begun, or is about to return without having loaded anything; or it is not one. */
    struct deadline soon = {.clock = 1};
    sys_clock_gettime(1, &soon.at);
    ktime_add(&soon.at, NSEC_PER_SEC / 1000);
    futex_wait(&word, seen, FUTEX_THREADS, &soon, FUTEX_ANY_BIT);
}

void host_create_begin(void)
{
    uint32_t seen = atomic_load_explicit(&word, memory_order_relaxed);
    for (;;) {
        if (unlikely(seen & LOADING)) {
            await_loading(seen);
            seen = atomic_load_explicit(&word, memory_order_relaxed);
        } else if (atomic_compare_exchange_weak_explicit(&word, &seen, seen + CREATOR,
                                                         /* pairs with creators_go */
                                                         memory_order_acquire,
                                                         memory_order_relaxed)) {
            return;
        }
    }
}

void host_create_end(void)
{
    /* release: pairs with the loader's wait. The thread is in the ring. */
    if (unlikely(atomic_fetch_sub_explicit(&word, CREATOR, memory_order_release) ==
                 (CREATOR | LOADING)))
        futex_wake(&word, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

/* Sets LOADING, and says what it is about, if nobody else has set it. */
static bool set_loading(uint32_t *number, uint32_t *seen)
{
    uint32_t tid = host_self_tid();
    ksigset mask;
    bool set = false;
    take_lock(&mask);
    /* acquire: pairs with creators_go */
    *seen = atomic_fetch_or_explicit(&word, LOADING, memory_order_acquire);
    if (!(*seen & LOADING)) {
        *number = loading.number + 1 ? loading.number + 1 : 1;
        loading = (struct loading){.number = *number, .thread = tid};
        set = true;
    } else if (loading.thread == tid && !loading.counted) {
        /* In a signal handler that interrupted the caller between the two. */
        *number = 0;
        set = true;
    }
    free_lock(&mask);
    return set;
}

uint32_t creators_stop(void)
{
    uint32_t seen, number;
    while (!set_loading(&number, &seen))
        await_loading(seen);
    /* acquire: pairs with host_create_end */
    while ((seen = atomic_load_explicit(&word, memory_order_acquire)) >= CREATOR)
        futex_wait(&word, seen, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
    return number;
}

/* From now on it may be over before dlopen returns. */
static void loading_count(uint32_t number)
{
    uint64_t before = count_loaded();
    ksigset mask;
    take_lock(&mask);
    if (loading.number == number) {
        loading.before = before;
        loading.counted = true;
    }
    free_lock(&mask);
}

void load_after_fork(void)
{
    /* Whoever was loading or creating is gone, or is the caller, in a constructor. */
    atomic_store_explicit(&lock, 0, memory_order_relaxed);
    atomic_store_explicit(&word, 0, memory_order_relaxed);
}

PTHIN_EXPORT void *dlopen(const char *file, int mode)
{
    redirect_libc();
    uint32_t number = creators_stop();
    loading_count(number);
    void *library = musl_own()->dlopen(file, mode);
    creators_go(number);
    return library;
}
