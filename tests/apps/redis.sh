#!/bin/sh
# SPDX-License-Identifier: MIT
# redis-server with I/O threads under the load of a benchmark that has threads too; every
# increment must have been counted. On a socket in the work folder, not on a port.
. "${0%/*}/common.sh"
need redis-benchmark redis-tools
# The package redis-server would start a service; the program itself is in redis-tools, under
# the name of its other job.
if command -v redis-server >/dev/null; then
    program=redis-server
else
    need redis-check-rdb redis-tools
    ln -s "$(command -v redis-check-rdb)" redis-server
    program=./redis-server
fi

start $program --port 0 --unixsocket redis.sock --io-threads 3 --io-threads-do-reads yes \
    --save '' --appendonly no
wait_for redis-cli -s redis.sock ping

"$PTHIN_BIN/pthin-run" --stats redis-benchmark -s redis.sock --threads 2 -c 24 -P 8 -n 16000 -q \
    -t set,incr,lpush >benchmark 2>benchmark.stderr ||
    fail "redis-benchmark ended with status $?: $(cat benchmark.stderr)"
grep -Eq '^pthin: [1-9][0-9]* threads created' benchmark.stderr ||
    fail "redis-benchmark had no threads of pthin's"

count=$(redis-cli -s redis.sock get counter:__rand_int__)
[ "$count" -ge 16000 ] || fail "16000 increments counted as $count"
threaded=$(redis-cli -s redis.sock info stats | tr -d '\r' | sed -n 's/^io_threaded_reads_processed://p')
[ "$threaded" -gt 0 ] || fail "the I/O threads read nothing"

# Freeing in the background, by another of its threads.
redis-cli -s redis.sock flushall async >/dev/null
redis-cli -s redis.sock shutdown nosave
expect_end
expect_threads 3
