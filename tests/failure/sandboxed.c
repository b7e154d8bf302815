/* SPDX-License-Identifier: MIT */
/*
 * sandboxed WHAT ACTION PROGRAM [ARGUMENT]...
 *
 * Runs a program under a filter of system calls. WHAT: system-service or docker, of which all other
 * calls are refused; or the name of one call, which alone is. ACTION: kill, or an error. Or with
 * /proc empty: proc hide. A tool of the tests, built for the libc alone: what it does outlives
 * execve.
 */
#define _GNU_SOURCE
#include <asm/unistd.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <unistd.h>

#define LENGTH(a) (sizeof(a) / sizeof(a)[0])

enum { SANDBOX_DOCKER = 1, SANDBOX_SYSTEM_SERVICE = 2, SANDBOX_BOTH = 3 };

static const struct {
    unsigned number, allowed_in;
} calls[] = {
#include "sandboxes.h"
};

static const struct {
    const char *name;
    unsigned number;
} refusable[] = {
    {"mincore", __NR_mincore},
    {"madvise", __NR_madvise},
    {"sched_getaffinity", __NR_sched_getaffinity},
    {"sched_setaffinity", __NR_sched_setaffinity},
    {"prctl", __NR_prctl},
    {"membarrier", __NR_membarrier},
    {"set_robust_list", __NR_set_robust_list},
    {"get_robust_list", __NR_get_robust_list},
    {"gettid", __NR_gettid},
    {"set_tid_address", __NR_set_tid_address},
    {"clock_getres", __NR_clock_getres},
    {"getrandom", __NR_getrandom},
    {"prlimit64", __NR_prlimit64},
    {"sched_getscheduler", __NR_sched_getscheduler},
    {"sched_setscheduler", __NR_sched_setscheduler},
    {"sched_getparam", __NR_sched_getparam},
    {"sched_getattr", __NR_sched_getattr},
    {"sched_setparam", __NR_sched_setparam},
#ifdef __NR_rseq
    {"rseq", __NR_rseq},
#endif
#ifdef __NR_clone3
    {"clone3", __NR_clone3},
#endif
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

static struct sock_filter filter[2 * LENGTH(calls) + 8];
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
    unsigned sandbox = 0;

    add((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)));
    if (!strcmp(what, "system-service"))
        sandbox = SANDBOX_SYSTEM_SERVICE;
    else if (!strcmp(what, "docker"))
        sandbox = SANDBOX_DOCKER;
    if (sandbox) {
        for (size_t i = 0; i < LENGTH(calls); i++)
            if (calls[i].allowed_in & sandbox)
                decide(calls[i].number, SECCOMP_RET_ALLOW);
#ifdef __NR_clone3
        /* Docker: the filter cannot see its flags, and programs go back to clone. */
        if (sandbox == SANDBOX_DOCKER)
            decide(__NR_clone3, SECCOMP_RET_ERRNO | ENOSYS);
#endif
        add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, action));
        return 1;
    }
    for (size_t i = 0; i < LENGTH(refusable); i++) {
        if (strcmp(what, refusable[i].name))
            continue;
        decide(refusable[i].number, action);
        add((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
        return 1;
    }
    return 0;
}

static int write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY);
    int failed = fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text);

    if (fd >= 0)
        close(fd);
    return failed;
}

/* Root of this system may, and others as root of a user namespace of their own. */
static int hide_proc(void)
{
    char map[40];
    uid_t user = getuid();

    if (unshare(CLONE_NEWNS) != 0) {
        if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
            return 0;
        snprintf(map, sizeof map, "%u %u 1", (unsigned)user, (unsigned)user);
        if (write_file("/proc/self/uid_map", map) != 0)
            return 0;
    }
    return mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("none", "/proc", "tmpfs", MS_RDONLY, NULL) == 0;
}

static int run(char **program)
{
    execv(program[0], program);
    perror(program[0]);
    return 2;
}

int main(int argc, char **argv)
{
    struct sock_fprog program = {.filter = filter};
    unsigned action = 0;

    for (size_t i = 0; argc > 3 && i < LENGTH(actions); i++)
        if (!strcmp(argv[2], actions[i].name))
            action = actions[i].value;
    if (argc > 3 && !strcmp(argv[1], "proc") && !strcmp(argv[2], "hide")) {
        if (hide_proc())
            return run(argv + 3);
        perror("sandboxed: /proc cannot be hidden here");
        return 77;
    }
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
    return run(argv + 3);
}
