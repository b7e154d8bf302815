#!/bin/sh
# SPDX-License-Identifier: MIT
#
# run.sh clean|race PROGRAM KIND
# Runs a program that was built with ThreadSanitizer. clean: it must find nothing; race: a race.
set -u

want=$1
shift
export TSAN_OPTIONS=halt_on_error=1:exitcode=66
# Where the kernel may put mappings anywhere, old runtimes do not find room for theirs.
if setarch -R true 2>/dev/null; then
    set -- setarch -R "$@"
fi
output=$("$@" 2>&1)
status=$?
case $output in
*"unexpected memory mapping"* | *"ThreadSanitizer failed to allocate"*)
    echo "skipped: ThreadSanitizer cannot run here: $output"
    exit 77
    ;;
esac
case $want in
clean)
    printf '%s\n' "$output"
    exit $status
    ;;
race)
    case $status:$output in
    66:*"ThreadSanitizer: data race"*) exit 0 ;;
    esac
    printf '%s\n' "status $status, and no race was found" "$output"
    exit 1
    ;;
esac
