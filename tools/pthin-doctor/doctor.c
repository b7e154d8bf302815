/* SPDX-License-Identifier: MIT */
/*
 * What pthin-run --doctor starts: tells what of all that pthin makes use of is there, and what it costs
 * where it is not. A program of its own, so that pthin-run need not carry it to each program that it
 * starts. It has no libc, as pthin-run, and takes from it what it needs.
 *
 * doctor LIBRARY MUSL-LIBRARY: the paths of libpthin.so.0 and libpthin-musl.so.0, where they should be.
 */
#include <asm/errno.h>
#include <pthin/program.h>

#include "core/text.h"
#include "kernel.h"
#include "pthin-run/environment.h"
#include "pthin-run/say.h"
#include "pthin-run/system.h"
#include "pthin-run/text.h"

/* A program that every system has, dynamic, and on the libc of the system. */
#define PROBE "/bin/true"

#define ROOM_SIZE   (8 * PATH_SIZE)
#define OUTPUT_SIZE 2048

/* One line: a mark, what it is, and what is to be said of it. */
static void tell(const char *mark, const char *what, const char *said)
{
    static const char blanks[] = "                        ";
    size_t width = strlen(what), all = sizeof blanks - 1;
    say(1, mark);
    say(1, what);
    say(1, blanks + (width < all ? width : all - 1));
    say(1, said);
    say(1, "\n");
}

#define THERE   "  + "
#define MISSING "  - "
#define NEITHER "    "

static void tell_feature(const char *what, bool there, const char *without)
{
    tell(there ? THERE : MISSING, what, there ? "yes" : without);
}

static void tell_kernel(struct room *room)
{
    tell_feature("robust lists", kernel_robust_lists(),
                 "no: pthread_mutex_init gives ENOTSUP for robust mutexes");
    tell_feature("guards in page tables", kernel_guards(),
                 "no (Linux 6.13): each stack is two mappings, also beyond 1,024 threads, "
                 "of the number below");
    tell_feature("membarrier", kernel_membarrier(),
                 "no: on dynamic musl, a thread that has cancellation disabled may see EINTR "
                 "when it is cancelled");
    tell_feature("FUTEX_LOCK_PI2", kernel_lock_pi2(),
                 "no (Linux 5.14): with priority inheritance, a wait on the monotonic clock "
                 "is one on the time of day");
    tell_feature("rseq", kernel_rseq(), "no (Linux 4.18): glibc's sched_getcpu asks the vDSO");
    tell(NEITHER, "mappings of a process", file_line("/proc/sys/vm/max_map_count", room));
    tell(NEITHER, "threads of the system", file_line("/proc/sys/kernel/threads-max", room));
}

static void tell_limits(struct room *room)
{
    tell(NEITHER, "stack (ulimit -s)", limit_text(LIMIT_STACK, room));
    tell(NEITHER, "threads (ulimit -u)", limit_text(LIMIT_THREADS, room));
    tell(NEITHER, "locked memory (-l)", limit_text(LIMIT_LOCKED, room));
}

/* What pthin says of itself in a program with this preload. NULL: it says nothing. */
static const char *self_check(const char *library, char **environment, struct room *room)
{
    /* The loader takes no blanks in a preload's path, but does in the search path. */
    char *folder = (char *)room_join(room, "LD_LIBRARY_PATH=", library, NULL);
    char *slash = folder + strlen(folder);
    while (slash > folder && *slash != '/')
        slash--;
    *slash = '\0';
    environment_set(environment, folder);
    environment_set(environment, room_join(room, "LD_PRELOAD=", slash + 1, NULL));
    environment_set(environment, "PTHIN_VERBOSE=1");
    environment_set(environment, "PTHIN_STATS="); /* what it may complain of would come first */
    char *output = room_look(room, OUTPUT_SIZE);
    size_t size = program_output(PROBE, environment, output, OUTPUT_SIZE - 1);
    output = (char *)room_take(room, output + size);
    char *said = (char *)find(output, "pthin: ");
    if (!said)
        return NULL;
    said += sizeof "pthin: " - 1;
    for (char *p = said; *p; p++)
        if (*p == '\n')
            *p = '\0';
    return said;
}

/* Each library that is there is tried; the one of the system's libc is the one that answers. */
static bool tell_libraries(char **paths, char **environment, struct room *room)
{
    bool passed = false;
    for (int i = 0; i < 2 && paths[i]; i++) {
        const char *said = NULL, *other = "not installed";
        if (file_exists(paths[i])) {
            said = self_check(paths[i], environment, room);
            other =
                "not tried: " PROBE " is on another libc (pthin-run --verbose PROGRAM tries one)";
        }
        bool good = said && find(said, "self-check passed");
        passed = passed || good;
        say(1, good ? THERE : MISSING);
        say(1, paths[i]);
        say(1, "\n      ");
        say(1, said ? said : other);
        say(1, "\n");
    }
    return passed;
}

static _Noreturn void doctor(char **argv, char **environment, struct room *room)
{
    say(1, "pthin " PTHIN_VERSION ", ");
    say(1, system_text(room));
    say(1, "\n\nThe kernel\n");
    tell_kernel(room);
    say(1, "\nThe limits of this process\n");
    tell_limits(room);
    say(1, "\nThe libraries, tried with " PROBE "\n");
    bool passed = tell_libraries(argv + 1, environment, room);
    say(1, passed ? "\nPrograms run on pthin's threads here.\n"
                  : "\nThe threads of programs are the libc's own here.\n");
    finish(passed ? 0 : STATUS_FAILED);
}

/* Called by _start with the stack as the kernel made it (run.c). */
_Noreturn void pthin_program_start(uintptr_t *stack, const void *dynamic)
{
    char **argv = (char **)(stack + 1), **variables = argv + stack[0] + 1;
    size_t count = environment_count(variables);
    (void)dynamic;
    if (stack[0] < 3) {
        say(2, "doctor: is started by pthin-run --doctor\n");
        finish(STATUS_USAGE);
    }
    struct room room;
    size_t size = ROOM_SIZE + (count + ENVIRONMENT_MORE + 1) * sizeof(char *) +
                  4 * strlen(argv[1]) + 4 * strlen(argv[2]);
    room.next = __builtin_alloca(size);
    room.end = room.next + size;
    char **environment = room_pointers(&room, count + ENVIRONMENT_MORE + 1);
    memcpy(environment, variables, (count + 1) * sizeof *environment);
    doctor(argv, environment, &room);
}
