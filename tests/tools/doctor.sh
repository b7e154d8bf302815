#!/bin/sh
# SPDX-License-Identifier: MIT
# pthin-run --doctor tells what is there and what is not.
. "${0%/*}/common.sh"
run=$PTHIN_BIN/pthin-run

says '^    stack \(ulimit -s\) +[0-9]+ KiB$' sh -c "ulimit -s 4096 && exec '$run' --doctor"
grep -q '^    stack (ulimit -s) *4096 KiB$' out || fail "another limit than the one that was set"
says "^pthin .*$(uname -r) on $(uname -m), " "$run" --doctor
says ', 1 CPUs for this process$' taskset -c "$(taskset -cp $$ | sed 's/.*: \([0-9]*\).*/\1/')" "$run" --doctor
says '^  \+ .*/libpthin\.so\.0$' "$run" --doctor
says '^      glibc [0-9.]*: self-check passed$' "$run" --doctor
says "^Programs run on pthin's threads here" "$run" --doctor

# It comes from wherever the tools lie.
ln -s "$run" link
says 'self-check passed' ./link --doctor

# What is not there is told, and the exit status as well.
status=0
PTHIN_DISABLE=1 "$run" --doctor >out 2>&1 || status=$?
[ $status = 1 ] || fail "the status is $status although the threads are the libc's"
grep -q '^  - .*/libpthin\.so\.0$' out || fail "pthin is said to be in use although it is switched off"
grep -q "own threads are used: PTHIN_DISABLE is set$" out || fail "not told why: $(cat out)"
refuses 2 '^Usage: pthin-run' "$run" --doctor true
mkdir bin
cp "$run" bin
refuses 1 'libexec/pthin/doctor is missing' bin/pthin-run --doctor

# without CALL ERROR PATTERN: as on a kernel that refuses the call, of whatever status
without() {
    strace -f -o trace -e inject="$1":error="$2" "$run" --doctor >out 2>&1 || true
    grep -Eq "$3" out || fail "nothing is told of $1, which gives $2: $(cat out)"
}
if strace -o trace -e inject=madvise:error=EINVAL true 2>err; then
    without set_robust_list ENOSYS '^  - robust lists +no'
    without madvise EINVAL '^  - guards in page tables +no'
    without membarrier ENOSYS '^  - membarrier +no'
    without rseq ENOSYS '^  - rseq +no'
else
    echo "Left out: kernels that lack something; there is no strace that could refuse a call."
fi
finish
