#!/bin/sh
# SPDX-License-Identifier: MIT
#
# GNU Pth 2.0.7: threads get 64 KiB of stack, whatever the limit on stacks, and the kernel knows of
# no thread.
#
# One would have guessed: the default is the limit of the shell (ulimit -s), as with glibc's threads,
# or at least some of it, and a larger limit makes it larger.
# What happens: it is 64 KiB with any limit. The count of threads that Pth itself gives has the new
# one in it; the kernel's has not.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q libpth20=2.0.7-22 libpth-dev=2.0.7-22 >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done

cat >show.c <<'END'
#include <pth.h>
#include <stdio.h>
#include <sys/stat.h>

static void *routine(void *arg)
{
    struct stat tasks;

    stat("/proc/self/task", &tasks); /* two links, and one for each thread of the kernel's */
    printf("%ld threads, of the kernel's %d\n", pth_ctrl(PTH_CTRL_GETTHREADS), (int)tasks.st_nlink - 2);
    return arg;
}

int main(void)
{
    unsigned int size = 0;
    pth_t thread;

    pth_init();
    thread = pth_spawn(PTH_ATTR_DEFAULT, routine, NULL);
    pth_attr_t attr = pth_attr_of(thread);
    pth_attr_get(attr, PTH_ATTR_STACK_SIZE, &size);
    printf("%u bytes of stack\n", size);
    return !pth_join(thread, NULL);
}
END
lib=$PWD/root/usr/lib/x86_64-linux-gnu
cc -Iroot/usr/include -o show show.c "$lib/libpth.so.20"
for limit in 8388608 1048576; do
    LD_LIBRARY_PATH=$lib timeout 60 prlimit --stack=$limit: ./show >>seen
done
cat seen
for _ in 1 2; do
    printf '65536 bytes of stack\n2 threads, of the kernel'"'"'s 1\n'
done >expected
cmp seen expected
