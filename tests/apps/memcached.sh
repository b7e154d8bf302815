#!/bin/sh
# SPDX-License-Identifier: MIT
# memcached -t 2 with eight clients that check every answer. On a socket in the work folder.
. "${0%/*}/common.sh"
need memcached memcached
need python3 python3

start memcached -t 2 -s memcached.sock -m 64 -u "$(id -un)"
wait_for test -S memcached.sock
python3 "$apps/memcached_load.py" memcached.sock || fail "wrong answers"
kill -TERM "$server"
expect_end
expect_threads 2
