#!/bin/sh
# SPDX-License-Identifier: MIT
# stress-ng --pthread: two processes that create and join threads as fast as they can. These
# processes end by _exit, so their threads are shown by their bindings.
. "${0%/*}/common.sh"
need stress-ng stress-ng

log_bindings
run stress-ng --pthread 2 --pthread-ops 20000 --timeout 60s --metrics-brief --temp-path "$work"
expect_bound stress-ng
grep -q 'successful run completed' stderr || fail "no successful run"
awk '$4 == "pthread" && $5 == 20000 { found = 1 } END { exit !found }' stderr ||
    fail "not 20000 threads"
