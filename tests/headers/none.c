/* SPDX-License-Identifier: MIT */
/* The headers of a program with no libc: complete on their own (-nostdinc and the compiler's
 * directory, hosted), with the kernel's layouts; the macros on sets of CPUs. Compile with gcc and
 * clang, every language standard; with the library of that host link and run: 0 is success. */
#include <errno.h>
#include <fcntl.h>
#include <float.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
#if defined __x86_64__ || defined __i386__
#    include <immintrin.h>
#endif
#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#    include <stdatomic.h>
#    define STATIC_ASSERT _Static_assert
#elif defined __cplusplus && __cplusplus >= 201103L
#    define STATIC_ASSERT static_assert
#else
#    define STATIC_ASSERT(condition, text) extern char static_assertion[(condition) ? 1 : -1]
#endif

/* As the kernel's siginfo.h has it. */
#define SI_FIELDS (sizeof(void *) == 8 ? 16 : 12)
STATIC_ASSERT(sizeof(siginfo_t) == 128, "siginfo_t");
STATIC_ASSERT(offsetof(siginfo_t, si_code) == 8, "si_code");
STATIC_ASSERT(offsetof(siginfo_t, si_addr) == SI_FIELDS, "si_addr");
STATIC_ASSERT(offsetof(siginfo_t, si_pid) == SI_FIELDS, "si_pid");
STATIC_ASSERT(offsetof(siginfo_t, si_uid) == SI_FIELDS + 4, "si_uid");
STATIC_ASSERT(offsetof(siginfo_t, si_value) == SI_FIELDS + 8, "si_value");
STATIC_ASSERT(offsetof(siginfo_t, si_status) == SI_FIELDS + 8, "si_status");
STATIC_ASSERT(sizeof(time_t) == 8 && sizeof(struct timespec) == 16, "timespec");
STATIC_ASSERT(offsetof(struct timespec, tv_nsec) == 8, "tv_nsec");
STATIC_ASSERT(sizeof(cpu_set_t) == CPU_SETSIZE / 8, "cpu_set_t");
STATIC_ASSERT(sizeof(uintptr_t) == sizeof(void *) && INT_MAX == 0x7fffffff, "compiler's headers");
STATIC_ASSERT(PTHREAD_KEYS_MAX == 1024 && PTHREAD_STACK_MIN == 16384 &&
                  PTHREAD_DESTRUCTOR_ITERATIONS == 4 && SEM_VALUE_MAX == 0x7fffffff,
              "limits");
STATIC_ASSERT(O_CREAT == 0100 && O_EXCL == 0200, "as the kernel has them");
STATIC_ASSERT((S_IRWXU | S_IRWXG | S_IRWXO) == 0777 && S_IRUSR == 0400 && S_IWOTH == 2, "modes");

static int cpu_sets(void)
{
    cpu_set_t a, b;
    int cpu;
    CPU_ZERO(&a);
    CPU_ZERO(&b);
    if (CPU_COUNT(&a) != 0 || !CPU_EQUAL(&a, &b))
        return 1;
    CPU_SET(0, &a);
    CPU_SET(63, &a);
    CPU_SET(CPU_SETSIZE - 1, &a);
    CPU_SET(CPU_SETSIZE, &a);
    CPU_SET(-1, &a);
    if (CPU_COUNT(&a) != 3 || CPU_EQUAL(&a, &b))
        return 2;
    for (cpu = -1; cpu <= CPU_SETSIZE; cpu++)
        if (CPU_ISSET(cpu, &a) != (cpu == 0 || cpu == 63 || cpu == CPU_SETSIZE - 1))
            return 3;
    CPU_CLR(0, &a);
    CPU_CLR(63, &a);
    CPU_CLR(CPU_SETSIZE - 1, &a);
    return CPU_EQUAL(&a, &b) ? 0 : 4;
}

/* The functions: pointers of their types, as in functions.c. */
int (*volatile f_atexit)(void (*)(void)) = atexit;
void (*volatile f_exit)(int) = exit;
void (*volatile f__exit)(int) = _exit;
void (*volatile f__Exit)(int) = _Exit;
void (*volatile f_abort)(void) = abort;
int *(*volatile f_errno)(void) = __errno_location;
int (*volatile f_clock_gettime)(clockid_t, struct timespec *) = clock_gettime;
int (*volatile f_nanosleep)(const struct timespec *, struct timespec *) = nanosleep;
int (*volatile f_timespec_get)(struct timespec *, int) = timespec_get;
int (*volatile f_sched_yield)(void) = sched_yield;
int (*volatile f_sched_getaffinity)(pid_t, size_t, cpu_set_t *) = sched_getaffinity;
int (*volatile f_sched_setaffinity)(pid_t, size_t, const cpu_set_t *) = sched_setaffinity;
int (*volatile f_sigemptyset)(sigset_t *) = sigemptyset;
int (*volatile f_sigfillset)(sigset_t *) = sigfillset;
int (*volatile f_sigaddset)(sigset_t *, int) = sigaddset;
int (*volatile f_sigdelset)(sigset_t *, int) = sigdelset;
int (*volatile f_sigismember)(const sigset_t *, int) = sigismember;
int (*volatile f_sigaction)(int, const struct sigaction *, struct sigaction *) = sigaction;
int (*volatile f_raise)(int) = raise;
void *(*volatile f_memcpy)(void *, const void *, size_t) = memcpy;
void *(*volatile f_memmove)(void *, const void *, size_t) = memmove;
void *(*volatile f_memset)(void *, int, size_t) = memset;
int (*volatile f_memcmp)(const void *, const void *, size_t) = memcmp;
size_t (*volatile f_strlen)(const char *) = strlen;
ssize_t (*volatile f_write)(int, const void *, size_t) = write;
pid_t (*volatile f_getpid)(void) = getpid;
pid_t (*volatile f_gettid)(void) = gettid;

int main(void)
{
    struct timespec now = {0, 0};
    errno = EOWNERDEAD;
    if (errno != 130)
        return 5;
    if (timespec_get(&now, TIME_UTC) != TIME_UTC || now.tv_sec == 0 || timespec_get(&now, 7) != 0)
        return 6;
    return cpu_sets();
}
