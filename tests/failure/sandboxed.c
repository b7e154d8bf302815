/* SPDX-License-Identifier: MIT */
/*
 * sandboxed WHAT ACTION PROGRAM [ARGUMENT]...
 *
 * Runs a program under a filter of system calls. WHAT: system-service or docker, of which all other
 * calls are refused; or the name of one call, which alone is. ACTION: kill, or an error.
 * A tool of the tests, built for the libc alone: the filter outlives execve.
 */
#include <asm/unistd.h>
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "docker.h"
#include "system_service.h"

#define LENGTH(a) (sizeof(a) / sizeof(a)[0])

static const struct {
    const char *name;
    unsigned number;
} probes[] = {
    {"mincore", __NR_mincore},
    {"madvise", __NR_madvise},
    {"sched_getaffinity", __NR_sched_getaffinity},
    {"prctl", __NR_prctl},
    {"membarrier", __NR_membarrier},
    {"set_robust_list", __NR_set_robust_list},
    {"get_robust_list", __NR_get_robust_list},
    {"clock_getres", __NR_clock_getres},
    {"getrandom", __NR_getrandom},
    {"prlimit64", __NR_prlimit64},
    {"sched_getscheduler", __NR_sched_getscheduler},
    {"sched_getparam", __NR_sched_getparam},
#ifdef __NR_rseq
    {"rseq", __NR_rseq},
#endif
#ifdef __NR_clone3
    {"clone3", __NR_clone3},
#endif
    {"openat", __NR_openat},
};

static const struct {
    const char *name;
    unsigned value;
} actions[] = {
    {"kill", SECCOMP_RET_KILL_PROCESS},
    {"EPERM", SECCOMP_RET_ERRNO | EPERM},
    {"ENOSYS", SECCOMP_RET_ERRNO | ENOSYS},
    {"EINVAL", SECCOMP_RET_ERRNO | EINVAL},
};

static struct sock_filter filter[2 * (LENGTH(docker) + LENGTH(system_service)) + 8];
static unsigned short length;

static void add(struct sock_filter instruction)
{
    filter[length++] = instruction;
}

static void decide(unsigned number, unsigned outcome)
{
    add((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1));
    add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, outcome));
}

static int make(const char *what, unsigned action)
{
    const unsigned *list = NULL;
    size_t count = 0;

    add((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
    if (!strcmp(what, "system-service")) {
        list = system_service;
        count = LENGTH(system_service);
    } else if (!strcmp(what, "docker")) {
        list = docker;
        count = LENGTH(docker);
    }
    if (list) {
        for (size_t i = 0; i < count; i++)
            decide(list[i], SECCOMP_RET_ALLOW);
#ifdef __NR_clone3
        /* Docker: the filter cannot see its flags, and programs go back to clone. */
        if (list == docker)
            decide(__NR_clone3, SECCOMP_RET_ERRNO | ENOSYS);
#endif
        add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
        return 1;
    }
    for (size_t i = 0; i < LENGTH(probes); i++) {
        if (strcmp(what, probes[i].name))
            continue;
        decide(probes[i].number, action);
        add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct sock_fprog program = {.filter = filter};
    unsigned action = 0;

    for (size_t i = 0; argc > 3 && i < LENGTH(actions); i++)
        if (!strcmp(argv[2], actions[i].name))
            action = actions[i].value;
    if (argc < 4 || !action) {
        fprintf(stderr, "sandboxed: give WHAT, kill, EPERM, ENOSYS or EINVAL, and a program\n");
        return 2;
    }
    if (!make(argv[1], action)) {
        fprintf(stderr, "sandboxed: no call %s on this machine\n", argv[1]);
        return 77;
    }
    program.len = length;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, 2, &program)) {
        perror("sandboxed: this kernel has no filters of system calls");
        return 77;
    }
    execv(argv[3], argv + 3);
    perror(argv[3]);
    return 2;
}
