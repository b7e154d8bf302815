#!/bin/sh
# SPDX-License-Identifier: MIT
# stress-ng --pthread: two processes that create and join threads as fast as they can. These
# processes end by _exit, so their threads are shown by their bindings.
. "${0%/*}/common.sh"
need stress-ng stress-ng

log_bindings
# Debian 12's writes its messages to stderr, Debian 13's (0.19) to stdout.
run stress-ng --pthread 2 --pthread-ops 20000 --timeout 60s --metrics-brief --temp-path "$work" >stdout
expect_bound stress-ng
cat stdout stderr >said
grep -q 'successful run completed' said || fail "no successful run"
# Version 0.22 ends before the last round of each of the two, which may be 1024 threads.
awk '$4 == "pthread" && $5 >= 20000 - 2 * 1024 && $5 <= 20000 { found = 1 } END { exit !found }' said ||
    fail "not about 20000 threads"
