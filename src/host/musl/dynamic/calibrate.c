/* SPDX-License-Identifier: MIT */
/*
 * The self-check. A thread of musl's own, which also readies musl for more than one, shows whether
 * descriptors are as in layout.h, and what else changes when a thread comes.
 *
 * One thing is learned from it: where musl counts the threads that sleep on the lock of the ring.
 * When the thread ends it wants the lock, which we hold meanwhile; one word of musl's variables then
 * goes from 0 to 1.
 */
#include "host/dynamic/start.h"

#include <errno.h>
#include <pthread.h>
#include <unistd.h>

#include <asm/unistd.h>
#include "calibrate.h"
#include "core/cpus.h"
#include "own.h"
#include "reach.h"

enum stage { STAGE_START, STAGE_LOOKED, STAGE_BROADCAST, STAGE_BROADCASTED, STAGE_GO };

struct probe {
    _Atomic uint32_t stage;
    const struct musl_thread *creator;
    struct musl_thread *thread;
    const char *error;
};

/* For how long another thread is waited for, in milliseconds. */
#define PATIENCE_MS 20000

/* For how long the thread that ends is waited for. If another of musl's ends at the same moment, of a
   timer, say, it sleeps on the lock as well, and the count does not become 1. So we let both go soon, and
   make another thread; the next one has twice as long. */
#define END_FIRST_MS 20
#define END_MOST_MS  PATIENCE_MS

/* After so many looks, the waiting thread sleeps between them, longer each time. Yielding alone does
   not let the other thread run where both have one CPU and the caller's priority is a real-time one
   that its threads do not inherit (SCHED_RESET_ON_FORK). */
#define LOOKS_AWAKE    100
#define SLEEP_FIRST_NS 50000
#define SLEEP_MOST_NS  1000000

struct patience {
    struct ktime end;
    int looks;        /* how many there have been, up to LOOKS_AWAKE */
    int64_t sleep_ns; /* how long the next sleep is */
};

/* The most that libc.so has of variables; they are copied. */
#define SEGMENT_MOST ((size_t)1 << 20)

static _Thread_local bool takes_part;

bool calibrating(void)
{
    return takes_part;
}

static void set_stage(struct probe *p, uint32_t stage)
{
    /* release: pairs with wait_past */
    atomic_store_explicit(&p->stage, stage, memory_order_release);
    futex_wake(&p->stage, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

static void wait_past(struct probe *p, uint32_t stage)
{
    uint32_t now;
    /* acquire: pairs with set_stage */
    while ((now = atomic_load_explicit(&p->stage, memory_order_acquire)) <= stage)
        futex_wait(&p->stage, now, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

static void *look(void *arg)
{
    struct probe *p = arg;
    takes_part = true;
    p->thread = musl_self();
    p->error = look_at_thread(p->creator);
    set_stage(p, STAGE_LOOKED);
    wait_past(p, STAGE_LOOKED);
    if (atomic_load_explicit(&p->stage, memory_order_acquire) == STAGE_BROADCAST) {
        /* Changes nothing, in all threads. */
        setresgid((gid_t)-1, (gid_t)-1, (gid_t)-1);
        set_stage(p, STAGE_BROADCASTED);
        wait_past(p, STAGE_BROADCASTED);
    }
    return p;
}

/* ---- In the thread that calibrates ---- */

/* Lets others run for a moment. */
static bool is_over(struct patience *p)
{
    struct ktime now;
    sys_clock_gettime(1, &now);
    if (!ktime_before(&now, &p->end))
        return true;
    if (p->looks < LOOKS_AWAKE) {
        p->looks++;
        arch_syscall0(__NR_sched_yield);
        return false;
    }
    _Atomic uint32_t nobody_wakes = 0;
    struct deadline end_of_sleep;
    deadline_in(&end_of_sleep, 1, p->sleep_ns);
    futex_wait(&nobody_wakes, 0, FUTEX_THREADS, &end_of_sleep, FUTEX_ANY_BIT);
    p->sleep_ns = p->sleep_ns * 2 < SLEEP_MOST_NS ? p->sleep_ns * 2 : SLEEP_MOST_NS;
    return false;
}

static bool is_in_ring(const struct musl_thread *self, const struct musl_thread *wanted)
{
    for (const struct musl_thread *m = self->next; m != self; m = m->next) {
        if (m->next->prev != m || m->prev->next != m)
            return false;
        if (m == wanted)
            return true;
    }
    return false;
}

/* The ring and the counts, with the thread that has been created and the lock held. */
static const char *look_at_ring(const struct musl_thread *self, const struct musl_thread *m)
{
    const struct musl_process *l = musl_libc;
    if (!is_in_ring(self, m))
        return "the list of threads";
    if (l->threaded != 1 || l->need_locks != 1 || l->threads_minus_1 < 1)
        return "what libc.so keeps of its threads";
    return NULL;
}

/* The word by which a thread shows that it sleeps, as soon as it does. Others may change for a moment
   if more threads of musl's are at work: so it must be the same at several looks. */
static _Atomic uint32_t *find_waiters(const uint32_t *before, struct patience *patience)
{
    enum { LOOKS = 3 };
    _Atomic uint32_t *found = NULL;
    int same = 0;
    do {
        _Atomic uint32_t *now = search_new(before, 1);
        same = now && now == found ? same + 1 : 1;
        found = now;
    } while ((!found || same < LOOKS) && !is_over(patience));
    return same < LOOKS ? NULL : found;
}

static void patience_begin(struct patience *p, uint32_t ms)
{
    *p = (struct patience){.sleep_ns = SLEEP_FIRST_NS};
    sys_clock_gettime(1, &p->end);
    ktime_add(&p->end, (int64_t)ms * (NSEC_PER_SEC / 1000));
}

/* Lets the thread end, with the lock held, which is free afterwards. */
static const char *look_at_end(struct probe *p, uint32_t *before, uint32_t ms,
                               _Atomic uint32_t **waiters)
{
    struct patience patience;
    patience_begin(&patience, ms);
    search_begin(before);
    set_stage(p, STAGE_GO);
    *waiters = find_waiters(before, &patience);
    bool result = *waiters && p->thread->result == p;
    /* seq_cst: as musl_ring_unlock */
    atomic_store_explicit(musl_list_lock, 0, memory_order_seq_cst);
    futex_wake(musl_list_lock, FUTEX_EVERYONE, MUSL_LIST_SCOPE, FUTEX_ANY_BIT);
    return !*waiters ? "who waits for the list of threads"
           : !result ? "the result of a thread"
                     : NULL;
}

/* The kernel does not tell which word is the lock. A thread that has something done in all threads
   holds it until each has handled a signal, and we put that off. */
static const char *find_lock(struct probe *p, uint32_t *before, struct patience *patience)
{
    ksigset broadcast = HOST_OPEN_SIGNALS, mask;
    _Atomic uint32_t *lock;
    if (musl_ring_is_known)
        return NULL;
    sys_sigprocmask(KSIG_BLOCK, &broadcast, &mask);
    search_begin(before);
    set_stage(p, STAGE_BROADCAST);
    while (!(lock = search_new(before, p->thread->tid)) && !is_over(patience))
        ;
    sys_sigprocmask(KSIG_SETMASK, &mask, NULL);
    wait_past(p, STAGE_BROADCAST);
    if (!lock || *lock != 0)
        return "the lock of the list of threads";
    musl_found_lock(lock);
    return NULL;
}

/* Takes the lock of the ring, of which nobody knows yet how to sleep on it. */
static bool take_lock(struct patience *patience)
{
    uint32_t free = 0;
    /* acquire: pairs with musl's store */
    while (!atomic_compare_exchange_strong_explicit(musl_list_lock, &free, host_self_tid(),
                                                    memory_order_acquire, memory_order_relaxed)) {
        free = 0;
        if (is_over(patience))
            return false;
    }
    return true;
}

/* ms: how long the thread's end may take. *again: the error may be another thread's doing. */
static const char *check_thread(struct probe *p, uint32_t *before, uint32_t ms, bool *again)
{
    const char *error;
    _Atomic uint32_t *waiters = NULL;
    struct patience patience;
    wait_past(p, STAGE_START);
    patience_begin(&patience, PATIENCE_MS);
    error = p->error;
    if (!error)
        error = find_lock(p, before, &patience);
    if (!error && !take_lock(&patience))
        error = "the lock of the list of threads";
    if (error) {
        set_stage(p, STAGE_GO);
        return error;
    }
    error = look_at_ring(p->creator, p->thread);
    const char *end_error = look_at_end(p, before, ms, &waiters);
    *again = !error && !waiters;
    if (error || end_error)
        return error ? error : end_error;
    musl_places.list_waiters = waiters;
    musl_places.patience = NULL;
    return NULL;
}

static int create(pthread_t *thread, struct probe *p)
{
    pthread_attr_t attr;
    musl_own()->attr_init(&attr);
    musl_own()->attr_setguardsize(&attr, 0);
    return musl_own()->create(thread, &attr, look, p);
}

/* 0, EAGAIN: there is no thread to be had, or ENOSYS. */
static int check(uint32_t *before, uint32_t ms, const char **error, bool *again)
{
    struct probe p = {.creator = musl_self()};
    pthread_t thread;
    void *result;
    *again = false;
    if (create(&thread, &p) != 0)
        return EAGAIN;
    *error = check_thread(&p, before, ms, again);
    musl_own()->join(thread, &result);
    if (!*error && result != &p)
        *error = "the result of a joined thread";
    if (!*error && *musl_list_waiters != 0) {
        *error = "the end of a thread";
        *again = true;
    }
    return *error ? ENOSYS : 0;
}

int calibrate(const char **error)
{
    *error = musl_find();
    if (*error)
        return ENOSYS;
    size_t size = musl_segment.to - musl_segment.from;
    if (size > SEGMENT_MOST) {
        *error = "the size of libc.so's variables";
        return ENOSYS;
    }
    uint32_t *before = sys_map(size, false);
    if (!before)
        return EAGAIN;
    uint32_t ms = END_FIRST_MS;
    bool again;
    int err;
    do
        err = check(before, ms, error, &again);
    while (again && (ms *= 2) <= END_MOST_MS);
    if (err == ENOSYS)
        musl_forget();
    sys_unmap(before, size);
    return err;
}
