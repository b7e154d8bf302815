#!/bin/sh
# SPDX-License-Identifier: MIT
# valgrind's tools by pthin-run --tool, on linked and other programs: of a correct program nothing is said,
# and a race or two orders of locks are found in the same functions as on glibc's own threads.
# valgrind.sh TOOL PTHIN_BIN PTHIN_LIBDIR FOLDER_OF_SOURCES
set -eu
tool=$1 bin=$2 libdir=$3 sources=$4
command -v valgrind >/dev/null || { echo "there is no valgrind" && exit 77; }
unset VALGRIND_OPTS
top=$(mktemp -d "${TMPDIR:-/tmp}/pthin-valgrind.XXXXXX")
trap 'rm -rf "$top"' EXIT
trap 'exit 1' HUP INT TERM
flags="-std=gnu11 -D_GNU_SOURCE -O1 -g -Wall -Wextra -Werror"

# build NAME SOURCE [FLAG]
build() {
    name=$1 source=$2
    shift 2
    # shellcheck disable=SC2086 # flags are several words
    {
        gcc $flags "$@" -pthread -o "$top/$name" "$sources/$source"
        PTHIN_REALCC=gcc "$bin/pthin-cc" --host=glibc $flags "$@" -o "$top/$name-linked" "$sources/$source"
    }
}
build correct race.c
build race race.c -DRACE
build ordered ordered.c
build inversion inversion.c

# The program's line in which each error was seen. What the tools say of the other side, such as where a
# stretch of a thread without locks began, is another from run to run.
places() {
    awk '/Possible data race|Conflicting (load|store)|lock order .* violated/ { seek = 1 }
        seek && match($0, /\((race|ordered|inversion)\.c:[0-9]+\)/) {
            print substr($0, RSTART, RLENGTH)
            seek = 0
        }' "$top/out" | sort -u
}

# said COMMAND...: the number of contexts of errors in $top/out, the program's lines in $top/places.
said() {
    status=0
    "$@" >"$top/out" 2>&1 || status=$?
    contexts=$(sed -n 's/.*ERROR SUMMARY: [0-9,]* errors from \([0-9]*\) contexts.*/\1/p' "$top/out")
    if [ "$status" != 0 ] || [ -z "$contexts" ] || ! grep -q '^done' "$top/out"; then
        echo "$*: status $status"
        cat "$top/out"
        exit 1
    fi
    places >"$top/places"
}

# same WHAT COMMAND...: as glibc's own threads had it.
same() {
    what=$1
    shift
    said "$@"
    if [ "$contexts" != "$plain" ] || ! cmp -s "$top/places" "$top/plain"; then
        echo "$what: $contexts contexts, and $plain on glibc's own threads, in the lines"
        diff "$top/plain" "$top/places" || true
        cat "$top/out"
        exit 1
    fi
}

for program in correct ordered race inversion; do
    said valgrind --tool="$tool" "$top/$program"
    plain=$contexts
    cp "$top/places" "$top/plain"
    case $tool-$program in
    helgrind-race | drd-race | helgrind-inversion) least=1 most=99 ;;
    *) least=0 most=0 ;;
    esac
    if [ "$plain" -lt "$least" ] || [ "$plain" -gt "$most" ]; then
        echo "$program on glibc's own threads: $plain contexts"
        cat "$top/out"
        exit 1
    fi
    same "$program" "$bin/pthin-run" --tool="$tool" "$top/$program"
    same "$program, linked" "$bin/pthin-run" --tool="$tool" "$top/$program-linked"
done

# By hand a linked program needs a variable and an option.
[ "$tool" = memcheck ] && exit 0
own=$libdir/pthin/valgrind
same "inversion, by hand" env LD_LIBRARY_PATH="$own" \
    valgrind --tool="$tool" --suppressions="$own/pthin.supp" "$top/inversion-linked"

# The threads are pthin's: the file counts them, the self-check's first one aside.
"$bin/pthin-run" --stats="$top/stats" --tool="$tool" "$top/inversion" >"$top/out" 2>&1
if ! grep -q ' 2 ' "$top/stats"; then
    echo "not pthin's threads:"
    cat "$top/stats"
    exit 1
fi
