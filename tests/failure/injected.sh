#!/bin/sh
# SPDX-License-Identifier: MIT
#
# injected.sh PROGRAM [first]
# Lets each system call that creates threads fail once, by strace, at each of its first places after
# the program's marker. pthread_create must give EAGAIN (the program looks after the rest), unless
# it can do without, as it can without trimming.
set -u

program=$1
first=${2-}
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-injected.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT

command -v strace >/dev/null || {
    echo "skipped: strace is missing (package strace)"
    exit 77
}
strace -o "$work/try" true 2>/dev/null || {
    echo "skipped: strace may not trace here"
    exit 77
}

calls=mmap,mprotect,madvise,clone,clone3,munmap,close
status=0

# run LOG [STRACE ARGUMENTS...]: the program's exit status
run() {
    log=$1
    shift
    strace -f -qq -o "$log" -e trace=$calls -e signal=none "$@" "$program"
}

# main_calls LOG CALL BEFORE|DURING: how often the first thread made this call before the marker, or
# between the two
main_calls() {
    awk -v call="$2" -v part="$3" '
        NR == 1 { main = $1 }
        $1 != main { next }
        /close\(-77\)/ { during = 1 }
        /close\(-78\)/ { exit }
        index($2, call "(") == 1 { if (during) n++; else before++ }
        END { print (part == "DURING" ? n : before) + 0 }' "$1"
}

# attempt CALL ERROR WHEN EXPECTED [STRACE ARGUMENTS...]
attempt() {
    call=$1
    error=$2
    when=$3
    expected=$4
    shift 4
    for try in 1 2 3 4 5; do
        run "$work/failing" "$@" -e "inject=$call:error=$error:when=$when"
        got=$?
        # The self-check may have created one thread more than last time, on a machine that is busy. Then
        # another call has failed than was meant.
        [ "$(main_calls "$work/failing" "$call" BEFORE)" != "$before" ] || break
        [ $try != 5 ] || echo "the program makes another number of calls each time"
    done
    case " $expected " in
    *" $got "*) return ;;
    esac
    echo "$call fails with $error, calls $when of main: status $got, expected $expected"
    grep -B 1 -A 6 INJECTED "$work/failing" | cut -c 1-120 | tail -n 16
    status=1
}

# check CALL ERROR ONCE TWICE [STRACE ARGUMENTS...]: ONCE is the exit status (100 + EAGAINs) that is
# expected when one call fails, TWICE when the next one fails too: an implementation may try again
# after it gave back what it kept. The other arguments are given to strace in each run.
check() {
    call=$1
    error=$2
    once=$3
    twice=$4
    shift 4
    run "$work/plain" "$@"
    got=$?
    [ $got -eq 100 ] || {
        echo "without a failure of $call: status $got"
        status=1
        return
    }
    before=$(main_calls "$work/plain" "$call" BEFORE)
    during=$(main_calls "$work/plain" "$call" DURING)
    echo "$call: $during calls while creating threads${*:+ ($*)}"
    at=1
    while [ $at -le "$during" ] && [ $at -le 8 ]; do
        n=$((before + at))
        attempt "$call" "$error" $n "$once" "$@"
        attempt "$call" "$error" $n..$((n + 1)) "$twice" "$@"
        at=$((at + 1))
    done
    total=$((${total:-0} + during))
}

one="100 101"
two="101 102"
# Setting up may try something that it can do without.
[ -z "$first" ] || two="100 101 102"
check mmap ENOMEM "$one" "$two"
check clone EAGAIN "$one" "$two"
check clone3 EAGAIN "$one" "$two"
# A stack that cannot be trimmed, as it is locked.
check madvise EINVAL 100 100
# Without its guard there is no thread.
check mprotect ENOMEM "$one" "$two"
# Memory that cannot be given back is not an error of pthread_create or pthread_join; it stays.
[ "${total:-0}" -gt 0 ] || {
    echo "the program made none of these calls: is this a program with threads?"
    status=1
}
exit $status
