# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# What the tests of this folder share. They are given PTHIN_BIN (where pthin-run is) and
# PTHIN_DATA (a file of real data), work in a folder of their own and leave nothing behind.
set -eu

# shellcheck disable=SC2034 # used by some
apps=$(cd "${0%/*}" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-apps.XXXXXX")
cd "$work"
server=

finish() {
    status=$?
    trap - EXIT
    [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
    rm -rf "$work"
    exit $status
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

skip() {
    echo "skipped: $1"
    exit 77
}

fail() {
    echo "failed: $1" >&2
    [ ! -s stderr ] || sed 's/^/  stderr: /' stderr >&2
    exit 1
}

# need PROGRAM PACKAGE
need() {
    command -v "$1" >/dev/null || skip "$1 is not installed (package $2)"
}

# The largest number of threads that a process of the last run created, by its own count.
threads() {
    sed -n 's/^pthin: \([0-9][0-9]*\) threads created$/\1/p' stderr | sort -n | tail -n 1
}

# The threads of the last run were pthin's, at least this many.
expect_threads() {
    count=$(threads)
    [ "${count:-0}" -ge "$1" ] || fail "pthin counted ${count:-no} threads, not at least $1"
}

# For programs that end without exit(), where nothing can count: their call of pthread_create
# was bound to our library. The loader's log of bindings is in the files bindings.PID.
log_bindings() {
    export LD_DEBUG=bindings LD_DEBUG_OUTPUT="$work/bindings"
}
expect_bound() {
    unset LD_DEBUG LD_DEBUG_OUTPUT
    grep -q "binding file .*$1 .* to .*libpthin\.so.*\`pthread_create'" bindings.* ||
        fail "pthread_create of $1 was not bound to libpthin.so"
}

# run PROGRAM ARGUMENT...: under pthin-run; stderr goes to the file of that name.
run() {
    "$PTHIN_BIN/pthin-run" --stats "$@" 2>stderr || fail "$1 ended with status $?"
}

# start PROGRAM ARGUMENT...: a server under pthin-run, in the background.
start() {
    "$PTHIN_BIN/pthin-run" --stats "$@" >stdout 2>stderr &
    server=$!
}

# wait_for COMMAND...: until it succeeds, ten seconds at most.
wait_for() {
    tries=100
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || fail "no answer to: $*"
        kill -0 "$server" 2>/dev/null || fail "the server is gone"
        sleep 0.1
    done
}

# The server was told to end: it does, with status 0.
expect_end() {
    wait "$server" || fail "the server ended with status $?"
    server=
}

# same FILE: standard input is that file, byte for byte
same() {
    cmp - "$1" || fail "$1 came back different"
}
