#!/bin/sh
# SPDX-License-Identifier: MIT
# CPython: locks, conditions with timeouts, thread-locals, pools, processes started by threads.
. "${0%/*}/common.sh"
python=/usr/bin/python3
[ -x $python ] || python=python3
need $python python3

run $python "$apps/python3_threads.py" >report
expect_threads 200
[ "$(cat report)" = "all right" ] || fail "$(cat report)"
