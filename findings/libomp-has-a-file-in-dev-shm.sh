#!/bin/sh
# SPDX-License-Identifier: MIT
#
# LLVM's OpenMP runtime, libomp 14.0.6: while an OpenMP program runs, /dev/shm holds a file of its own.
#
# One would have guessed: a runtime that starts threads in one process has nothing that other processes see.
# What happens: before the first parallel part it makes a file of shared memory, named after the process and
# the user. By that it finds out whether a second copy of the runtime is in the same process. The file is
# gone after a normal end. (gcc's code runs on this runtime as well as clang's; its own, libgomp, has no file.)
set -eu

version=1:14.0.6-12
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q libomp5-14=$version >log 2>&1 || {
    cat log
    exit 1
}
dpkg-deb -x libomp5-14*.deb root
lib=$PWD/root/usr/lib/llvm-14/lib

cat >parallel.c <<'END'
#include <stdio.h>
#include <unistd.h>

static char path[100];

static void show(const char *when)
{
    printf("%s: %s\n", when, access(path, F_OK) == 0 ? "a file in /dev/shm" : "nothing");
}

int main(void)
{
    int ran = 0;

    snprintf(path, sizeof path, "/dev/shm/__KMP_REGISTERED_LIB_%d_%d", (int)getpid(), (int)getuid());
    show("at first");
#pragma omp parallel
#pragma omp atomic
    ran++;
    show(ran > 0 ? "after a parallel part" : "without one");
    fprintf(stderr, "%s\n", path);
}
END
cc -O1 -fopenmp -c parallel.c
cc parallel.o "$lib/libomp.so.5" -o parallel
LD_LIBRARY_PATH=$lib OMP_NUM_THREADS=2 timeout 60 ./parallel >seen 2>path
if [ -e "$(cat path)" ]; then echo "after the end: the file"; else echo "after the end: nothing"; fi >>seen
cat seen
cat >expected <<'END'
at first: nothing
after a parallel part: a file in /dev/shm
after the end: nothing
END
cmp seen expected
