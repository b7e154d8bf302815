#!/bin/sh
# SPDX-License-Identifier: MIT
# What LeakSanitizer and memcheck call leaks under pthin: what is lost, and no more (leaks.c).
# leaks.sh TOOL COMPILER PTHIN_BIN LIBPTHIN SOURCE, TOOL being leak, address or memcheck.
set -eu
tool=$1 compiler=$2 bin=$3 library=$4 source=$5
top=$(mktemp -d "${TMPDIR:-/tmp}/pthin-leaks.XXXXXX")
trap 'rm -rf "$top"' EXIT
trap 'exit 1' HUP INT TERM
flags="-std=gnu11 -D_GNU_SOURCE -O1 -g -Wall -Wextra -Werror"
run=
if [ "$tool" = memcheck ]; then
    command -v valgrind >/dev/null || { echo "there is no valgrind" && exit 77; }
    run="valgrind -q --leak-check=full --errors-for-leak-kinds=definite,possible"
else
    flags="$flags -fsanitize=$tool"
fi

# shellcheck disable=SC2086 # flags are several words
if ! echo 'int main(void) { return 0; }' | "$compiler" $flags -x c - -o "$top/empty" 2>/dev/null; then
    echo "$compiler has no -fsanitize=$tool"
    exit 77
fi
# shellcheck disable=SC2086
"$compiler" $flags -pthread -o "$top/preloaded" "$source"
# shellcheck disable=SC2086
PTHIN_REALCC=$compiler "$bin/pthin-cc" --host=glibc $flags -DWITH_AT_EXIT -o "$top/linked" "$source"

# A sanitizer that is a shared library has to come first: it sees threads by their pthread_create.
preload=$library
runtime=$(ldd "$top/preloaded" | sed -n 's/.*=> \(.*lib[al]san[^ ]*\) .*/\1/p')
if [ "$runtime" ]; then
    preload="$runtime $library"
fi

# How many bytes are said to be lost.
lost_bytes() {
    sed -n -e 's/^\(Direct\|Indirect\) leak of \([0-9]*\) byte.*/\2/p' \
        -e 's/^==.*== \([0-9,]*\) .*bytes in .* are \(definitely\|possibly\) lost .*/\1/p' "$1" |
        tr -d , | awk '{ sum += $1 } END { print sum + 0 }'
}

# check WHAT LEAST MOST [VARIABLE=VALUE] COMMAND...: bytes lost
check() {
    what=$1 least=$2 most=$3
    shift 3
    status=0
    env "$@" >"$top/out" 2>&1 || status=$?
    lost=$(lost_bytes "$top/out")
    if [ "$status" -ge 124 ] || [ "$lost" -lt "$least" ] || [ "$lost" -gt "$most" ]; then
        echo "$what: status $status, $lost bytes lost, not $least to $most"
        cat "$top/out"
        exit 1
    fi
}

# Of 20 blocks of 100 bytes some may be found where a register or the stack has an old pointer.
# shellcheck disable=SC2086
{
    check linked 0 0 $run "$top/linked"
    check "linked, losing" 1500 2000 $run "$top/linked" lose
    check preloaded 0 0 LD_PRELOAD="$preload" $run "$top/preloaded"
    check "preloaded, losing" 1500 2000 LD_PRELOAD="$preload" $run "$top/preloaded" lose
}

# With --trace-children, memcheck looks at pthin-run as well. The exit status is the program's, which
# takes the place of pthin-run: what is wrong with that one is known by what memcheck says, -q of nothing else.
if [ "$tool" = memcheck ]; then
    status=0
    $run --trace-children=yes "$bin/pthin-run" "$top/preloaded" >"$top/out" 2>&1 || status=$?
    if [ "$status" != 0 ] || grep -q '^==' "$top/out"; then
        echo "pthin-run under memcheck: status $status"
        cat "$top/out"
        exit 1
    fi
fi
