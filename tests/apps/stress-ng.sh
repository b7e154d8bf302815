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
awk '$4 == "pthread" && $5 == 20000 { found = 1 } END { exit !found }' said ||
    fail "not 20000 threads"
