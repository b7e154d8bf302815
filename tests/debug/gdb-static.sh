#!/bin/sh
# SPDX-License-Identifier: MIT
#
# gdb-static.sh GDB PRINTERS PTHIN-CC HOST
# gdb's script sees by the functions in a static program that its locks are pthin's, also if it calls one only.
set -eu

gdb=$1 printers=$2 cc=$3 host=$4
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-static.XXXXXX")
trap 'rm -rf "$work"' EXIT

cat >"$work/one.c" <<'END'
#include <pthread.h>
#include <semaphore.h>
static TYPE lock;
__attribute__((noinline)) void called(TYPE *l)
{
    __asm__ volatile("" ::"r"(l) : "memory");
}
static void routine(void)
{
}
int main(void)
{
    (void)routine;
    CALL;
    called(&lock);
    return 0;
}
END
while IFS='|' read -r type call wanted; do
    "$cc" --host="$host" -g -O1 -DTYPE="$type" -DCALL="$call" "$work/one.c" -o "$work/one"
    said=$("$gdb" -nx -batch -ex 'set debuginfod enabled off' -ex 'set startup-with-shell off' \
        -ex "source $printers" -ex 'break called' -ex run -ex 'print lock' "$work/one" 2>&1)
    case $said in
    *"ptrace: "* | *"Could not trace"* | *"not allow"*)
        echo "skipped: no process may be traced here"
        exit 77
        ;;
    *"= {$wanted"*) ;;
    *)
        echo "$call, and not '{$wanted': $said"
        exit 1
        ;;
    esac
done <<'END'
pthread_mutex_t|pthread_mutex_lock(&lock)|held
pthread_mutex_t|pthread_mutex_trylock(&lock)|held
pthread_cond_t|pthread_cond_signal(&lock)|nobody waiting
pthread_cond_t|pthread_cond_broadcast(&lock)|nobody waiting
pthread_rwlock_t|pthread_rwlock_rdlock(&lock)|held by 1 reader
pthread_rwlock_t|pthread_rwlock_wrlock(&lock)|held for writing by thread 1
pthread_rwlock_t|pthread_rwlock_tryrdlock(&lock)|held by 1 reader
pthread_rwlock_t|pthread_rwlock_trywrlock(&lock)|held for writing by thread 1
sem_t|sem_post(&lock)|value 1
sem_t|sem_post(&lock), sem_wait(&lock)|value 0
pthread_barrier_t|pthread_barrier_init(&lock, 0, 1), pthread_barrier_wait(&lock)|0 of 1 waiting, 1 rounds done
pthread_once_t|pthread_once(&lock, routine)|done
pthread_spinlock_t|pthread_spin_lock(&lock)|held
END
