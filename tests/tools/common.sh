# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# What the tests of the tools share. They are given PTHIN_BIN (the folder of the tools) and
# PTHIN_HOSTS (the hosts that were built), and work in a folder of their own that has a space in
# its name.
set -eu

unset PTHIN_HOST PTHIN_REALCC PTHIN_REALCXX PTHIN_MUSL_GCC PTHIN_MUSL_CXX
unset PTHIN_STATS PTHIN_VERBOSE PTHIN_DISABLE
top=$(mktemp -d "${TMPDIR:-/tmp}/pthin-tools.XXXXXX")
trap 'rm -rf "$top"' EXIT
trap 'exit 1' HUP INT TERM
work="$top/a folder"
mkdir "$work"
cd "$work"
# shellcheck disable=SC2034 # used by some
cc=$PTHIN_BIN/pthin-cc
# shellcheck disable=SC2034
cxx=$PTHIN_BIN/pthin-c++
# shellcheck disable=SC2034
default=$("$cc" --help | sed -n 's/^The default is --host=\(.*\)\.$/\1/p')
failures=0

fail() {
    echo "failed: $1" >&2
    failures=$((failures + 1))
}

finish() {
    [ "$failures" = 0 ] || exit 1
}

has_host() {
    case " $PTHIN_HOSTS " in
    *" $1 "*) ;;
    *) return 1 ;;
    esac
}

# ok COMMAND...: succeeds and says nothing on stderr
ok() {
    if "$@" >out 2>err && [ ! -s err ]; then
        return
    fi
    fail "$*"
    sed 's/^/    /' out err >&2
}

# says PATTERN COMMAND...: succeeds and says that
says() {
    pattern=$1
    shift
    if "$@" >out 2>err && cat out err | grep -Eq -- "$pattern"; then
        return
    fi
    fail "not '$pattern': $*"
    sed 's/^/    /' out err >&2
}

# refuses STATUS PATTERN COMMAND...: ends with that status and one line like that
refuses() {
    wanted=$1
    pattern=$2
    shift 2
    status=0
    "$@" >out 2>err || status=$?
    if [ $status = "$wanted" ] && [ "$(wc -l <err)" = 1 ] && [ ! -s out ] && grep -Eq -- "$pattern" err; then
        return
    fi
    fail "status $status, not $wanted with '$pattern': $*"
    sed 's/^/    /' out err >&2
}

# A program that any host can run: ends with 0 if its thread ran.
cat >thread.c <<'END'
#include <pthread.h>
#ifndef PTHREAD_MUTEX_INITIALIZER
#error no <pthread.h>
#endif
static int ran;
static void *body(void *argument)
{
    ran = 1;
    return argument;
}
int main(void)
{
    pthread_t thread;
    if (pthread_create(&thread, 0, body, 0) != 0)
        return 2;
    pthread_join(thread, 0);
    return !ran;
}
END
