/* SPDX-License-Identifier: MIT */
/*
 * The self-check. A thread of glibc's own looks at its own descriptor: it knows what should be
 * there. Then we hold what should be the lock of the thread lists, and the thread ends, with nobody
 * to join it: to take itself off its list it must come to wait for us. One thread is enough, and it
 * creates none: race detectors know only the threads that the program's threads create.
 */
#include <errno.h>
#include <pthread.h>
#include <resolv.h>
#include <stdlib.h>
#include <sys/single_threaded.h>
#include <sys/syscall.h>

#include "host/dynamic/start.h"
#include "core/cpus.h"
#include "core/lock.h"
#include "core/robust.h"
#include "core/sched.h"
#include "host/host.h"
#include "libc_keys.h"
#include "symbols.h"

#ifndef PR_GET_TID_ADDRESS
#    define PR_GET_TID_ADDRESS 40
#endif

/* Turns of spinning before a wait sleeps, 0.1 ms: waking another CPU takes longer than all that is
   waited for. Now and then in between the CPU is given to others, among which may be who is waited
   for. */
#define SPIN_TURNS  4000
#define YIELD_EVERY 32
#define SLEEP_NS    100000

/* So many sleeps, 10 s at least, are longer than anything takes that we wait for: then this glibc
   is not as we think. */
#define SLEEPS_MOST 100000

/* Not a multiple of anything: found only where it was put. */
#define ODD_SIZE 0x1230

/* More than there ever were libraries in a process. */
#define DTV_ENTRIES_MOST 65536

/* All of libc's thread-local data that we compare. */
#define TLS_WORDS_MAX 512

enum stage {
    STAGE_START,
    STAGE_LOOKED, /* the thread has looked at itself: error is set */
    STAGE_GO,     /* it is to end */
};

struct probe {
    _Atomic uint32_t stage; /* enum stage; futex */
    char *stack;
    size_t stack_size;
    const char *error;
    bool no_memory;       /* not an error: to be tried again */
    bool exit_word_known; /* the kernel said it */
    uint32_t tid;
};

static _Thread_local bool takes_part;

bool calibrating(void)
{
    return takes_part;
}

static void set_stage(struct probe *p, enum stage stage)
{
    /* release: pairs with wait_past's load */
    atomic_store_explicit(&p->stage, stage, memory_order_release);
    futex_wake(&p->stage, FUTEX_EVERYONE, FUTEX_THREADS, FUTEX_ANY_BIT);
}

static void spin_turn(int i)
{
    if (cpus_usable() <= 1 || i % YIELD_EVERY == YIELD_EVERY - 1)
        sys_sched_yield();
    else
        cpu_relax();
}

/* Until the word is between low and high, or has been looked at often enough. */
static void spin(_Atomic uint32_t *word, uint32_t low, uint32_t high)
{
    for (int i = 0; i < SPIN_TURNS && cpus_usable() > 1; i++) {
        if (atomic_load_explicit(word, memory_order_relaxed) - low <= high - low)
            return;
        spin_turn(i);
    }
}

static void wait_past(struct probe *p, enum stage stage)
{
    uint32_t seen;
    spin(&p->stage, stage + 1, STAGE_GO);
    /* acquire: pairs with set_stage's store */
    while ((seen = atomic_load_explicit(&p->stage, memory_order_acquire)) <= stage)
        futex_wait(&p->stage, seen, FUTEX_THREADS, NULL, FUTEX_ANY_BIT);
}

/* Which words of libc's thread-local data malloc and free change in a thread that has not used
   them: what they keep per thread. */
static const char *learn_malloc_words(uintptr_t handle, struct probe *p)
{
    struct glibc_facts *f = &glibc_facts;
    uintptr_t before[TLS_WORDS_MAX];
    volatile uintptr_t *now = (volatile uintptr_t *)(handle + (uintptr_t)f->libc_tls);
    size_t words = f->libc_tls_size / sizeof *now;
    if (words > TLS_WORDS_MAX || (uintptr_t)now % sizeof *now)
        return "the size of libc's thread-local data";
    for (size_t i = 0; i < words; i++)
        before[i] = now[i];
    void *small = glibc()->malloc(24), *large = glibc()->malloc(200);
    p->no_memory = !small || !large;
    glibc()->free(small);
    glibc()->free(large);
    f->malloc_word_count = 0;
    for (size_t i = 0; i < words && !p->no_memory; i++) {
        if (now[i] == before[i])
            continue;
        if (f->malloc_word_count == MALLOC_WORDS)
            return "malloc's thread-local words";
        f->malloc_words[f->malloc_word_count++] = f->libc_tls + (ptrdiff_t)(i * sizeof *now);
    }
    return NULL;
}

/* The word that the kernel will clear. */
static const char *learn_exit_word(uintptr_t handle, struct probe *p)
{
    struct glibc_facts *f = &glibc_facts;
    uintptr_t word = 0;
    f->exit_word = glibc_own.tid;
    /* Kernels without CHECKPOINT_RESTORE do not tell. Not by prctl: sanitizers stand before it. */
    p->exit_word_known =
        arch_syscall5(SYS_prctl, PR_GET_TID_ADDRESS, (long)&word, 0, 0, 0) == 0 && word;
    if (p->exit_word_known) {
        if (word - handle >= f->size)
            return "the place of the exit word";
        f->exit_word = (uint32_t)(word - handle);
    }
    /* Where it is not the tid it must hold what says "running and joinable". */
    f->exit_word_alive = f->exit_word == glibc_own.tid ? 0 : *glibc_word32(handle, f->exit_word);
    return NULL;
}

static const char *learn_stackblock(uintptr_t handle, const struct probe *p)
{
    struct glibc_facts *f = &glibc_facts;
    f->stackblock = 0;
    for (uint32_t at = f->specific; at + 3 * sizeof(void *) <= f->size; at += sizeof(void *)) {
        if (*glibc_word(handle, at) != (uintptr_t)p->stack ||
            *glibc_word(handle, at + sizeof(void *)) != p->stack_size)
            continue;
        if (f->stackblock)
            return "the place of the stack's bounds";
        f->stackblock = at;
    }
    return f->stackblock ? NULL : "the place of the stack's bounds";
}

static const char *learn_resolver(uintptr_t handle)
{
    struct glibc_facts *f = &glibc_facts;
    uintptr_t state = *(uintptr_t *)(handle + (uintptr_t)f->resp);
    if (state - handle > f->size - sizeof(struct __res_state))
        return "the place of the resolver's state";
    f->resolver = (uint32_t)(state - handle);
    return NULL;
}

/* Only leak checkers need it: what does not look right is not known. */
static void learn_dtv(uintptr_t handle)
{
    struct glibc_facts *f = &glibc_facts;
    if (!f->dtv)
        return;
    /* The entry before the first one holds the number of those that there is room for. */
    const uintptr_t *entries = (uintptr_t *)*glibc_word(handle, f->dtv);
    if (!entries || (uintptr_t)entries % sizeof *entries ||
        *(entries - f->dtv_entry / sizeof *entries) - 1 >= DTV_ENTRIES_MOST)
        f->dtv = 0;
}

static const char *check_descriptor(uintptr_t handle, const struct probe *p)
{
    struct glibc_facts *f = &glibc_facts;
    if (!arch_glibc_tcb_check((void *)glibc_self()))
        return "the thread control block";
    if (*glibc_word32(handle, glibc_own.tid) != p->tid)
        return "the place of the tid";
    const char *error = libc_keys_check(handle);
    if (error)
        return error;
    struct robust_head *head = (struct robust_head *)(handle + f->robust);
    if (head->next != head || head->futex_offset != ROBUST_FUTEX_OFFSET ||
        *((void **)head - 1) != head)
        return "the place of the robust list";
    const uint32_t *cpu = (const uint32_t *)(arch_thread_pointer() + (uintptr_t)f->rseq) + 1;
    if (f->has_rseq && f->rseq_size && (int32_t)*cpu < 0)
        return "the place of the restartable sequences";
    return NULL;
}

static int create(pthread_t *thread, void *(*start)(void *), struct probe *p)
{
    pthread_attr_t attr;
    glibc()->attr_init(&attr);
    glibc()->attr_setstack(&attr, p->stack, p->stack_size);
    int err = glibc()->create(thread, &attr, start, p);
    glibc()->attr_destroy(&attr);
    return err;
}

static void *look(void *arg)
{
    struct probe *p = arg;
    uintptr_t handle = glibc_self();
    takes_part = true;
    /* Whatever values an allocator sets here, up to the last moment: host_foreign_keys. */
    thread_self()->foreign_ended = true;
    p->tid = (uint32_t)sys_gettid();
    p->error = learn_malloc_words(handle, p); /* first: nothing has used malloc before */
    if (!p->error)
        p->error = learn_exit_word(handle, p);
    if (!p->error)
        p->error = learn_stackblock(handle, p);
    if (!p->error)
        p->error = learn_resolver(handle);
    if (!p->error)
        p->error = check_descriptor(handle, p);
    if (!p->error)
        learn_dtv(handle);
    set_stage(p, STAGE_LOOKED);
    wait_past(p, STAGE_LOOKED);
    return NULL;
}

static bool on_list(uintptr_t handle)
{
    const struct list_link *head = glibc_symbols.stack_user;
    bool hit = false;
    for (const struct list_link *l = head->next; l != head; l = l->next) {
        if (l->next->prev != l)
            return false;
        hit |= (uintptr_t)l == handle + glibc_facts.list;
    }
    return hit;
}

static void sleep_a_little(struct probe *p)
{
    struct deadline until;
    deadline_in(&until, 1 /* CLOCK_MONOTONIC */, SLEEP_NS);
    uint32_t stage = atomic_load_explicit(&p->stage, memory_order_relaxed);
    futex_wait(&p->stage, stage, FUTEX_THREADS, &until, FUTEX_ANY_BIT);
}

/* One more look at something, which did not show it. False: that was the last. */
static bool look_again(struct probe *p, int *looks)
{
    if (*looks >= SPIN_TURNS + SLEEPS_MOST)
        return false;
    if (*looks < SPIN_TURNS)
        spin_turn(*looks);
    else
        sleep_a_little(p);
    ++*looks;
    return true;
}

/*
 * Whether the thread, which is to end, is gone, and its stack out of use. The kernel answers, or
 * where a sandbox refuses the question, the word that it clears. False: it is still there after all
 * this time, or we cannot know.
 */
static bool wait_gone(uintptr_t handle, struct probe *p)
{
    /* If the place is not known, it is only read. */
    _Atomic uint32_t *word = (_Atomic uint32_t *)glibc_word32(handle, glibc_facts.exit_word);
    int pid = sys_getpid(), looks = 0;
    spin(word, 0, 0);
    do {
        long r = sys_tgkill(pid, (int)p->tid, 0);
        /* acquire: pairs with the kernel's store after the thread's last access */
        if (r == -ESRCH || (r != 0 && !atomic_load_explicit(word, memory_order_acquire)))
            return true;
    } while (look_again(p, &looks));
    return false;
}

/* With the lock held: the thread must come to sleep on it. */
static bool prove_lock(struct probe *p)
{
    _Atomic uint32_t *lock = glibc_symbols.stack_list_lock;
    uint32_t now;
    int looks = 0;
    set_stage(p, STAGE_GO);
    while ((now = atomic_load_explicit(lock, memory_order_relaxed)) == 1) {
        /* A thread that has ended did not need the lock. */
        if (looks >= SPIN_TURNS && sys_tgkill(sys_getpid(), (int)p->tid, 0) == -ESRCH)
            break;
        if (!look_again(p, &looks))
            break;
    }
    return now == 2;
}

static const char *check_lists(pthread_t thread, struct probe *p)
{
    _Atomic uint32_t *lock = glibc_symbols.stack_list_lock;
    /* Another thread may have it for a moment, but this may also not be a lock at all. */
    for (int i = 0; !lock_try(lock); i++) {
        if (i == 10000)
            return "the lock of the thread lists";
        sleep_a_little(p);
    }
    bool listed = on_list(thread);
    bool proven = listed && prove_lock(p);
    lock_release(lock);
    if (!listed)
        return "the lists of threads";
    return proven ? NULL : "the lock of the thread lists";
}

/* The thread is gone. */
static const char *check_end(uintptr_t handle, const struct probe *p)
{
    _Atomic uint32_t *lock = glibc_symbols.stack_list_lock;
    /* Where the kernel did not tell the exit word: see whether it was this. */
    if (!p->exit_word_known &&
        *(volatile uint32_t *)glibc_word32(handle, glibc_facts.exit_word) != 0)
        return "the place of the exit word";
    lock_acquire(lock); /* it is one */
    bool listed = on_list(handle);
    lock_release(lock);
    if (listed)
        return "the lists of threads";
    if (!arch_glibc_tcb_check((void *)glibc_self()) || __libc_single_threaded)
        return "being multi-threaded";
    return NULL;
}

/* More than a descriptor has had. */
#define DESCRIPTOR_WORDS 1024

/* Within these bytes of a thread's rseq area the kernel writes the number of its CPU and the like. */
#define RSEQ_WRITTEN 32

/*
 * Detaches the thread, which does nothing meanwhile: from now on it frees by itself what glibc has
 * allocated for it. Where the kernel did not tell the exit word, that is seen here: if glibc keeps it
 * apart from the tid, it says "running and joinable", and now something else. Else the thread's own
 * address is written elsewhere, in two words.
 */
static const char *detach_and_learn(pthread_t thread, struct probe *p)
{
    struct glibc_facts *f = &glibc_facts;
    uint32_t before[DESCRIPTOR_WORDS], changed = 0, count = 0;
    uint32_t words = p->exit_word_known ? 0 : f->size / sizeof *before;
    if (words > DESCRIPTOR_WORDS)
        return "the size of a descriptor";
    for (uint32_t i = 0; i < words; i++)
        before[i] = *(volatile uint32_t *)glibc_word32(thread, i * sizeof *before);
    if (glibc()->detach(thread) != 0)
        return "detaching a thread";
    for (uint32_t i = 0; i < words; i++) {
        uint32_t at = i * sizeof *before;
        if (f->has_rseq && at - (uint32_t)(glibc_own.tp_offset + (size_t)f->rseq) < RSEQ_WRITTEN)
            continue;
        if (*(volatile uint32_t *)glibc_word32(thread, at) != before[i]) {
            changed = i;
            count++;
        }
    }
    if (count == 1) {
        f->exit_word = changed * sizeof *before;
        f->exit_word_alive = before[changed];
    }
    return NULL;
}

/* The thread is there, and is gone afterwards, or its stack must stay. */
static bool check_thread(pthread_t thread, struct probe *p)
{
    wait_past(p, STAGE_START);
    const char *error = detach_and_learn(thread, p);
    if (!p->error)
        p->error = error;
    if (!p->error && !p->no_memory)
        p->error = check_lists(thread, p);
    if (atomic_load_explicit(&p->stage, memory_order_relaxed) < STAGE_GO)
        set_stage(p, STAGE_GO);
    bool gone = wait_gone(thread, p);
    if (!p->error && !gone)
        p->error = "the end of a thread";
    if (!p->error && !p->no_memory)
        p->error = check_end(thread, p);
    return gone;
}

int calibrate(const char **error)
{
    struct probe p = {0};
    pthread_t thread;
    bool gone = true;
    *error = symbols_find();
    if (*error)
        return ENOSYS;
    glibc(); /* before there are threads, which would look for the functions at the same time */
    cpus_count(0);
    /* glibc puts static TLS onto a stack that it is given, and loses up to an alignment at either
       end of it. */
    size_t size =
        round_up(glibc_facts.tls_size + 2 * glibc_facts.tls_align + (64u << 10) + HOST_STACK_MIN,
                 host_page_size());
    p.stack_size = size - ODD_SIZE;
    p.stack = sys_map(size, false);
    if (!p.stack)
        return EAGAIN;

    takes_part = true;
    if (create(&thread, look, &p) == 0)
        gone = check_thread(thread, &p);
    else
        p.no_memory = true;
    takes_part = false;
    if (gone)
        sys_unmap(p.stack, size);
    *error = p.error;
    return p.error ? ENOSYS : p.no_memory ? EAGAIN : 0;
}
