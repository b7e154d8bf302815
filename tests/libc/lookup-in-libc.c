/* SPDX-License-Identifier: MIT */
/*
 * Threads, keys and locks through functions that were found in different ways: by the program; by a
 * plugin that was loaded with RTLD_DEEPBIND, the argument; by dlsym in libc, as language
 * runtimes do. All are for the same objects.
 */
#include "test.h"

#include <dlfcn.h>

#include "lookup-in-libc.h"

/* musl has no such flag, and is found under another name. */
#ifdef RTLD_DEEPBIND
#    define LIBC "libc.so.6"
#else
#    define RTLD_DEEPBIND 0
#    define LIBC          "libc.so"
#endif

enum { ROUNDS = 300 };

#define MEMBER(function) .function = function,
static const struct functions direct = {FUNCTIONS(MEMBER)};
#undef MEMBER

/* What two threads share, each of which has its own functions. */
struct shared {
    const struct functions *f[2];
    pthread_mutex_t mutex;
    pthread_cond_t cond;
    pthread_rwlock_t rwlock;
    pthread_barrier_t barrier;
    sem_t sem[2];
    pthread_key_t key;
    int turn, count, destroyed;
};

struct side {
    struct shared *s;
    int i;
};

static void turns(struct shared *s, const struct functions *f, int i)
{
    struct timespec far = {.tv_sec = time(NULL) + 1000};

    for (int round = 0; round < ROUNDS; round++) {
        CHECK_EQ(f->pthread_mutex_lock(&s->mutex), 0);
        while (s->turn != i) {
            if (round % 2)
                CHECK_EQ(f->pthread_cond_wait(&s->cond, &s->mutex), 0);
            else
                CHECK_EQ(f->pthread_cond_timedwait(&s->cond, &s->mutex, &far), 0);
        }
        s->turn = !i;
        if (round % 3)
            CHECK_EQ(f->pthread_cond_signal(&s->cond), 0);
        else
            CHECK_EQ(f->pthread_cond_broadcast(&s->cond), 0);
        CHECK_EQ(f->pthread_mutex_unlock(&s->mutex), 0);
    }
}

static void counts(struct shared *s, const struct functions *f)
{
    for (int round = 0; round < ROUNDS; round++) {
        int before;

        CHECK_EQ(f->pthread_rwlock_wrlock(&s->rwlock), 0);
        before = s->count;
        if (round % 16 == 0)
            sched_yield();
        s->count = before + 1;
        CHECK_EQ(f->pthread_rwlock_unlock(&s->rwlock), 0);
        CHECK_EQ(f->pthread_rwlock_rdlock(&s->rwlock), 0);
        CHECK(s->count > before);
        CHECK_EQ(f->pthread_rwlock_unlock(&s->rwlock), 0);
    }
}

static void *run(void *arg)
{
    struct side *side = arg;
    struct shared *s = side->s;
    const struct functions *f = s->f[side->i], *other = s->f[!side->i];

    CHECK(f->pthread_self() == pthread_self());
    CHECK_EQ(f->pthread_getspecific(s->key), 0);
    CHECK_EQ(f->pthread_setspecific(s->key, s), 0);
    CHECK_EQ(other->pthread_getspecific(s->key), s);
    f->pthread_barrier_wait(&s->barrier);
    turns(s, f, side->i);
    f->pthread_barrier_wait(&s->barrier);
    counts(s, f);
    f->pthread_barrier_wait(&s->barrier);
    CHECK_EQ(s->count, 2 * ROUNDS);
    for (int round = 0; round < ROUNDS; round++) {
        CHECK_EQ(f->sem_post(&s->sem[!side->i]), 0);
        CHECK_EQ(f->sem_wait(&s->sem[side->i]), 0);
    }
    return side;
}

static void destroy(void *value)
{
    struct shared *s = value;

    ADD(&s->destroyed, 1);
}

static int once_ran;

static void count_once(void)
{
    once_ran++;
}

static void try(const struct functions *a, const struct functions *b)
{
    pthread_once_t control = PTHREAD_ONCE_INIT;
    struct shared s = {.f = {a, b},
                       .mutex = PTHREAD_MUTEX_INITIALIZER,
                       .cond = PTHREAD_COND_INITIALIZER,
                       .rwlock = PTHREAD_RWLOCK_INITIALIZER};

    CHECK_EQ(a->pthread_barrier_init(&s.barrier, NULL, 2), 0);
    for (int i = 0; i < 2; i++)
        CHECK_EQ(s.f[i]->sem_init(&s.sem[i], 0, 0), 0);
    CHECK_EQ(b->pthread_key_create(&s.key, destroy), 0);
    CHECK_EQ(a->pthread_once(&control, count_once), 0);
    CHECK_EQ(b->pthread_once(&control, count_once), 0);
    CHECK_EQ(once_ran, 1);
    once_ran = 0;
    for (int round = 1; round <= 2; round++) { /* the second threads find nothing of the first */
        struct side side[2] = {{&s, 0}, {&s, 1}};
        pthread_t thread[2];
        void *result;

        s.turn = s.count = 0;
        for (int i = 0; i < 2; i++)
            CHECK_EQ(s.f[i]->pthread_create(&thread[i], NULL, run, &side[i]), 0);
        for (int i = 0; i < 2; i++) {
            CHECK_EQ(s.f[!i]->pthread_join(thread[i], &result), 0);
            CHECK_EQ(result, &side[i]);
        }
        CHECK_EQ(LOAD(&s.destroyed), 2 * round);
    }
    CHECK_EQ(a->pthread_key_delete(s.key), 0);
    CHECK_EQ(b->pthread_barrier_destroy(&s.barrier), 0);
}

static void *find(void *library, const char *name)
{
    void *function = dlsym(library, name);

    CHECK(function != NULL);
    return function;
}

int main(int argc, char **argv)
{
    const struct functions *ways[3] = {&direct};
    struct functions handle;
    void *plugin, *libc;

    CHECK_EQ(argc, 2);
    plugin = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND);
    libc = dlopen(LIBC, RTLD_NOW);
    CHECK(plugin && libc);
    ways[1] = find(plugin, "plugin_functions");
#define FIND(function) handle.function = find(libc, #function);
    FUNCTIONS(FIND)
    ways[2] = &handle;
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++)
            try(ways[a], ways[b]);
    return 0;
}
