/* SPDX-License-Identifier: MIT */
/*
 * The two functions of libgcc_s that compiled code names where frames with something to clean up
 * may be unwound: ours, hidden, call those. Linked to, the library would be loaded with every
 * program, which takes 0.13 ms of the 0.8 that one takes to start; glibc, too, loads it when a
 * thread first calls pthread_exit or is cancelled.
 */
#include "unwind.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>

#include "host/dynamic/elf_lookup.h"
#include "host/host.h"
#include "symbols.h"

/* As in gcc's <unwind.h>, which would have them exported. */
struct exception;
struct context;
typedef int personality(int version, int actions, uint64_t class, struct exception *e,
                        struct context *c);
typedef void resume(struct exception *e);

personality __gcc_personality_v0;
_Noreturn resume _Unwind_Resume;

struct unwinder {
    personality *personality;
    resume *resume;
};

static bool is_complete(const struct unwinder *u)
{
    return u->personality && u->resume;
}

/* For good; NULL: what has not been looked for, or was not there. */
static personality *_Atomic real_personality;
static resume *_Atomic real_resume;

static void set(const struct unwinder *u)
{
    /* relaxed: what comes first stays, and of two at a time either may. release: pair with the
       loads of those who call, the library is ready */
    if (u->personality && !atomic_load_explicit(&real_personality, memory_order_relaxed))
        atomic_store_explicit(&real_personality, u->personality, memory_order_release);
    if (u->resume && !atomic_load_explicit(&real_resume, memory_order_relaxed))
        atomic_store_explicit(&real_resume, u->resume, memory_order_release);
}

static int visit_object(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct unwinder *u = arg;
    struct elf_object object;
    (void)size;
    if (!elf_object_from(&object, info))
        return 0;
    if (!u->personality)
        u->personality = elf_find(&object, "__gcc_personality_v0");
    if (!u->resume)
        u->resume = elf_find(&object, "_Unwind_Resume");
    return is_complete(u);
}

/* What is loaded, in the order in which a program that needs it would find it: another unwinder may
   stand before libgcc_s, and the two do not go together. */
static struct unwinder look(void)
{
    struct unwinder u = {NULL, NULL};
    dl_iterate_phdr(visit_object, &u);
    return u;
}

static struct unwinder known(void)
{
    /* acquire, both: pair with set */
    return (struct unwinder){atomic_load_explicit(&real_personality, memory_order_acquire),
                             atomic_load_explicit(&real_resume, memory_order_acquire)};
}

void unwind_find(void)
{
    struct unwinder u = look();
    set(&u);
}

static void load(void)
{
    int cancel_state, saved_errno = errno;
    struct unwinder u = {NULL, NULL};
    /* The loader's lock must not be left behind. */
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_state);
    void *library = glibc()->dlopen("libgcc_s.so.1", RTLD_NOW);
    if (library) {
        u.personality = glibc()->dlsym(library, "__gcc_personality_v0");
        u.resume = glibc()->dlsym(library, "_Unwind_Resume");
    }
    if (!is_complete(&u))
        fatal("libgcc_s.so.1 cannot be loaded, without which no thread can be unwound");
    set(&u);
    pthread_setcancelstate(cancel_state, NULL);
    errno = saved_errno;
}

void unwind_prepare(void)
{
    struct unwinder u = known();
    if (unlikely(!is_complete(&u)))
        load();
}

/*
 * An exception comes unprepared, if of a library that was loaded late. Then its unwinder is there,
 * and stays for as long as it is at work: no longer, maybe. The loader is not asked for it, whose
 * lock may be held by a thread that waits for this one; only an unwinder that lacks what libgcc_s
 * has leaves no other way.
 */
static struct unwinder at_work(void)
{
    struct unwinder u = known();
    if (likely(is_complete(&u)))
        return u;
    u = look();
    if (is_complete(&u))
        return u;
    load();
    return known();
}

int __gcc_personality_v0(int version, int actions, uint64_t class, struct exception *e,
                         struct context *c)
{
    return at_work().personality(version, actions, class, e, c);
}

void _Unwind_Resume(struct exception *e)
{
    at_work().resume(e);
    __builtin_unreachable();
}
