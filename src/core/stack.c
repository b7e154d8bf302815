/* SPDX-License-Identifier: MIT */
#include "stack.h"

#include <asm/errno.h>
#include <linux/auxvec.h>
#include "host/host.h"

/* Beyond so many threads, stacks up to this size get their guard from the page tables, without a
   mapping of its own: neighbouring stacks stay one mapping, of which the kernel allows a process
   65,530. The first ones do not, for mlockall(MCL_CURRENT) brings a mapping into memory from its
   beginning up to the first such guard, and debuggers' core files end there. Above this size,
   splitting the mapping costs less. */
#define GUARD_INSTALL_MAX  ((size_t)2 << 20)
#define GUARD_INSTALL_FROM 1024

/* How many stacks are mapped. A fork may leave it too high: a hint. */
static atomic_int mapped;

static bool guard_install(struct stack *s)
{
    /* Kernels that lack it say EINVAL, as it does for locked memory. But qemu-user and its like may
       take every advice that they do not know, and do nothing: one that nobody knows tells. */
    enum { UNTRIED, AVAILABLE, UNAVAILABLE };
    static _Atomic uint32_t outcome; /* relaxed: only saves others the attempt */
    if (s->asked > GUARD_INSTALL_MAX ||
        /* relaxed: of two creators either may be the one beyond */
        atomic_load_explicit(&mapped, memory_order_relaxed) <= GUARD_INSTALL_FROM)
        return false;
    uint32_t seen = atomic_load_explicit(&outcome, memory_order_relaxed);
    if (seen == UNAVAILABLE)
        return false;
    bool done = (seen == AVAILABLE || sys_madvise(s->map, s->guard, KADV_NONE) != 0) &&
                sys_madvise(s->map, s->guard, KADV_GUARD_INSTALL) == 0;
    if (!done || seen == UNTRIED)
        atomic_store_explicit(&outcome, done ? AVAILABLE : UNAVAILABLE, memory_order_relaxed);
    return done;
}

/* Kernels before Linux 5.14 (on arm64, 4.18) do not say what they need. This is enough for x86 with
   AVX-512, and what arm64 calls the least. */
#define FRAME_UNKNOWN ((size_t)5120)
/* What the kernel does not count: the red zone below the stack pointer, and the alignment. */
#define FRAME_MORE ((size_t)256)
/* Only smaller stacks than this get room for a frame: in others it is no part of what counts, and
   language runtimes look for the guard right below the stack that pthread_getattr_np tells. */
#define FRAME_BELOW ((size_t)128 << 10)

size_t stack_signal_frame(void)
{
    static _Atomic size_t known; /* relaxed, below: a number by itself */
    size_t size = atomic_load_explicit(&known, memory_order_relaxed);
    if (unlikely(!size)) {
        size = host_auxval(AT_MINSIGSTKSZ);
        size = (size ? size : FRAME_UNKNOWN) + FRAME_MORE;
        atomic_store_explicit(&known, size, memory_order_relaxed);
    }
    return size;
}

/* No cache line is both stack and what lies above it. */
#define STACK_UNIT ((size_t)64)

int stack_measure(struct stack *s, size_t size, size_t guard, size_t above)
{
    size_t page = host_page_size();
    bool small = size < FRAME_BELOW;
    size_t more = above + (size && small ? stack_signal_frame() : 0);
    size_t usable, total;
    if (__builtin_add_overflow(guard, page - 1, &guard) ||
        __builtin_add_overflow(size, more + page - 1, &usable))
        return EINVAL;
    guard = round_down(guard, page);
    usable = round_down(usable, page);
    if (__builtin_add_overflow(guard, usable, &total))
        return EINVAL;
    *s = (struct stack){.map_size = total, .asked = size, .guard = guard};
    s->size = usable - above;
    /* A stack of whole pages begins right above its guard and has the size that was asked for: what
       is left of the last page stays unused between it and what lies above. */
    if (!small && round_up(size, STACK_UNIT) < s->size)
        s->size = round_up(size, STACK_UNIT);
    return 0;
}

int stack_map(struct stack *s)
{
    s->map = sys_map(s->map_size, false);
    if (!s->map)
        return EAGAIN;
    s->low = s->map + s->guard;
    atomic_fetch_add_explicit(&mapped, 1, memory_order_relaxed);
    if (s->guard && !guard_install(s) && sys_protect_none(s->map, s->guard) != 0) {
        stack_unmap(s);
        return EAGAIN;
    }
    return 0;
}

void stack_will_unmap(void)
{
    /* relaxed: as above */
    atomic_fetch_sub_explicit(&mapped, 1, memory_order_relaxed);
}

void stack_unmap(const struct stack *s)
{
    stack_will_unmap();
    sys_unmap(s->map, s->map_size);
}
