#!/bin/sh
# SPDX-License-Identifier: MIT
# sysbench threads: sixteen threads that fight for eight mutexes; every event is counted.
. "${0%/*}/common.sh"
need sysbench sysbench

run sysbench threads --threads=16 --events=4000 --time=0 --thread-locks=8 --thread-yields=50 run >report
expect_threads 16
grep -Eq 'total number of events: +4000$' report || fail "not 4000 events: $(cat report)"
