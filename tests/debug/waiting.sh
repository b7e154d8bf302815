#!/bin/sh
# SPDX-License-Identifier: MIT
#
# waiting.sh GDB PROGRAM
# The backtrace of a thread that waits names the function that the program called to wait, or, where
# that function is a hot one and leaves by a jump, one whose name says as much.
set -u

output=$("$1" -nx -batch -ex 'set debuginfod enabled off' -ex 'set startup-with-shell off' \
    -ex 'break all_wait' -ex run -ex 'thread apply all bt' -ex kill "$2" 2>&1)

case $output in
*"ptrace: "* | *"Could not trace"* | *"not allow"*)
    echo "skipped: no process may be traced here"
    exit 77
    ;;
esac

# callee FUNCTION: the name in the frame that FUNCTION of the program called
callee() {
    printf '%s\n' "$output" | sed -n 's/^#[0-9]* *//; s/^0x[0-9a-f]* in //; s/ (.*//p' |
        awk -v caller="$1" '$1 == caller { print last } { last = $1 }'
}

bad=
while read -r caller wanted; do
    called=$(callee "$caller")
    # shellcheck disable=SC2254 # a pattern
    case $called in
    $wanted | ${wanted}[[@]*) ;;
    *)
        echo "$caller waits by $wanted, and its backtrace says '$called'"
        bad=yes
        ;;
    esac
done <<'END'
mutex pthread_mutex_lock*
recursive_mutex pthread_mutex_lock*
robust_mutex pthread_mutex_lock*
inheriting_mutex pthread_mutex_lock*
ceiling_mutex pthread_mutex_lock*
timed_mutex pthread_mutex_timedlock
c11_mutex mtx_lock
condition pthread_cond_wait
timed_condition pthread_cond_timedwait
reader pthread_rwlock_rdlock*
writer pthread_rwlock_wrlock*
timed_writer pthread_rwlock_*wrlock*
at_barrier pthread_barrier_wait
semaphore sem_wait*
timed_semaphore sem_*wait*
joiner pthread_join
runner_of_once pthread_once*
once pthread_once*
c11_once call_once
END
if [ -n "$bad" ]; then
    printf '%s\n' "$output"
    exit 1
fi
