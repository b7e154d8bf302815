#!/bin/sh
# SPDX-License-Identifier: MIT
#
# partners.sh PROGRAM1 PROGRAM2
# Runs two programs at once that share something by name: each gets the name, and "one" or "two".
# Both have to succeed; if one fails, the other may be waiting for it.
set -u

name=pthin-test-$$
trap 'rm -f /dev/shm/sem."$name"-*' EXIT

timeout 50 "$1" "$name" one &
first=$!
timeout 50 "$2" "$name" two &
second=$!
status=0
wait $first || status=1
wait $second || status=1
exit $status
