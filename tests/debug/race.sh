#!/bin/sh
# SPDX-License-Identifier: MIT
# ThreadSanitizer under pthin, linked and preloaded: it says nothing of a correct program, and names
# the race in one that has a race.
# race.sh COMPILER PTHIN_BIN LIBPTHIN SOURCE
set -eu
compiler=$1 bin=$2 library=$3 source=$4
top=$(mktemp -d "${TMPDIR:-/tmp}/pthin-race.XXXXXX")
trap 'rm -rf "$top"' EXIT
trap 'exit 1' HUP INT TERM
flags="-std=gnu11 -D_GNU_SOURCE -O1 -g -Wall -Wextra -Werror -fsanitize=thread"

# shellcheck disable=SC2086 # flags are several words
if ! echo 'int main(void) { return 0; }' | "$compiler" $flags -x c - -o "$top/empty" 2>/dev/null ||
    ! "$top/empty"; then
    echo "$compiler has no -fsanitize=thread that runs here"
    exit 77
fi
for race in "" -DRACE; do
    # shellcheck disable=SC2086
    "$compiler" $flags $race -pthread -o "$top/preloaded$race" "$source"
    # shellcheck disable=SC2086
    PTHIN_REALCC=$compiler "$bin/pthin-cc" --host=glibc $flags $race -o "$top/linked$race" "$source"
done
# A shared library of the sanitizer's has to come first.
preload=$(ldd "$top/preloaded" | sed -n 's/.*=> \(.*libtsan[^ ]*\) .*/\1 /p')$library

# clang's runtime has the names of functions from another program, which need not be clang's own.
if ! command -v llvm-symbolizer >/dev/null; then
    TSAN_OPTIONS=external_symbolizer_path=$(command -v addr2line)
    export TSAN_OPTIONS
fi

# check WHAT [VARIABLE=VALUE] COMMAND...
check() {
    what=$1 status=0
    shift
    env "$@" >"$top/out" 2>&1 || status=$?
    warnings=$(grep -c 'WARNING: ThreadSanitizer' "$top/out" || :)
    case $what in
    *race) [ "$warnings" -gt 0 ] && [ "$(grep -c "data race .*race.c.* in work" "$top/out")" = "$warnings" ] ;;
    *) [ "$status" = 0 ] && [ "$warnings" = 0 ] ;;
    esac && grep -q '^done' "$top/out" && return
    echo "$what: status $status, $warnings warnings"
    cat "$top/out"
    exit 1
}

for _ in 1 2 3; do
    check linked "$top/linked"
    check "linked, race" "$top/linked-DRACE"
    check preloaded LD_PRELOAD="$preload" "$top/preloaded"
    check "preloaded, race" LD_PRELOAD="$preload" "$top/preloaded-DRACE"
done
