#!/bin/sh
# SPDX-License-Identifier: MIT
#
# compare.sh PAGE HOST: builds the program of a manual page for a libc alone and for pthin on
# that libc, runs both the ways the page shows, and compares what they say and how they end.
# Told apart are only addresses, process times and the order in which threads speak.
set -eu

page=$1
host=$2
here=$(cd "${0%/*}" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-man.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"

"$PTHIN_TOOLS/man-example" "$page" >"$page.c" 2>message || {
    echo "skipped: $(cat message)"
    exit 77
}

case $host in
glibc) alone="${PTHIN_REALCC:-cc}" ;;
musl) alone="${PTHIN_MUSL_GCC:-musl-gcc} -static" ;;
esac
mkdir alone pthin
cp "$here/support.c" "$here/support.h" .
set -- -O2 -w -include ./support.h "$page.c" support.c -pthread
$alone "$@" -o "alone/$page"
"$PTHIN_BIN/pthin-cc" --host="$host" "$@" -o "pthin/$page"

# The runs of the page, one a line. Some of pthread_getattr_np's end early on musl, which has no stack
# address in attributes that were given none. Debian 13's page has a program that asks for it in more of
# its runs.
runs() {
    case $page:$host in
    pthread_create:*) printf '%s\n' "hola salut servus" "-s 0x100000 hola salut servus" ;;
    pthread_attr_init:*) printf '%s\n' "" "0x3000000" ;;
    pthread_getattr_np:musl)
        if grep -q 'stack_size != -1' "$page.c"; then
            echo "-g 4096 -s 0x8000 -a"
            return
        fi
        printf '%s\n' "" "-g 4097" "-s 0x100000" "-g 4096 -s 0x8000 -a"
        ;;
    pthread_getattr_np:*)
        printf '%s\n' "" "-g 4097" "-s 0x100000" "-s 0x100000 -g 4097" "-s 0x100000 -g 0" \
            "-g 4096 -s 0x8000 -a"
        ;;
    pthread_setname_np:*) printf '%s\n' "" "ANOTHER" ;;
    pthread_cleanup_push:*) printf '%s\n' "" "x" "x 1" ;;
    *) echo ;;
    esac
}

# signal_and_wait PID SIGNAL ANSWER
signal_and_wait() {
    for tries in 1 2 3 4 5 6 7 8 9 10; do
        [ "$tries" = 1 ] || sleep 0.2
        # Before the program has blocked the signals they would end it.
        grep -Eq '^SigBlk:.*0*204$' "/proc/$1/status" && break
    done
    kill -s "$2" "$1"
    for tries in 1 2 3 4 5 6 7 8 9 10; do
        grep -q "$3" "$out" && break
        sleep 0.2
    done
}

# run KIND NUMBER ARGUMENT...
run() {
    out=$work/$1.$2.out
    program=$work/$1/$page
    shift 2
    case $page in
    pthread_sigmask)
        "$program" >"$out" 2>&1 &
        signal_and_wait $! QUIT 'signal 3$'
        signal_and_wait $! USR1 'signal 10$'
        kill -TERM $!
        status=0
        wait $! 2>/dev/null || status=$?
        ;;
    *)
        status=0
        timeout 60 "$program" "$@" >"$out" 2>&1 || status=$?
        ;;
    esac
    echo "status $status" >>"$out"
}

number=0
runs >list
while IFS= read -r arguments; do
    number=$((number + 1))
    for kind in alone pthin; do
        # shellcheck disable=SC2086
        run $kind $number $arguments </dev/null &
    done
done <list
wait

# Addresses have more than eight digits, sizes fewer. How often a second passed is not certain.
# Threads start in any order, so lines are compared as a set. Where pthin does otherwise than
# musl on purpose: its default stack is larger, it takes TLS out of no stack, and what it tells
# of a thread's attributes includes inheritsched.
normal() {
    sed -E -e 's/0x[0-9a-f]{9,}/ADDRESS/g' \
        -e '/CPU time/s/ *[0-9]+\.[0-9]+$/ TIME/' \
        -e '/^cnt = /d' -e 's/normally; cnt = [1-9][0-9]*$/normally; cnt = N/' "$1" |
        if [ "$host" = musl ]; then
            sed -E -e 's/(Stack size +=) .*/\1 SIZE/' -e 's/(Guard size +=) [1-9].*/\1 SIZE/' \
                -e '/Inherit scheduler/d'
        else
            cat
        fi | sort
}

result=0
number=0
while IFS= read -r arguments; do
    number=$((number + 1))
    normal alone.$number.out >expected
    normal pthin.$number.out >got
    echo "$page $arguments"
    if diff expected got >difference; then
        sed 's/^/    /' pthin.$number.out
    else
        echo "  differs between $host alone (<) and pthin on $host (>):"
        sed 's/^/    /' difference
        result=1
    fi
done <list
exit $result
