#!/bin/sh
# SPDX-License-Identifier: MIT
#
# free-standing.sh PROGRAM KIND
# The program needs nothing: no interpreter, no library, no undefined symbol; its stack is not
# executable, and nothing of it is writable and executable. And it is of its kind: packed
# relocations.
set -eu

program=$1
kind=$2
status=0
complain() {
    echo "$program: $1"
    status=1
}

segments=$(readelf -lW "$program")
case $segments in
*INTERP*) complain "has an interpreter" ;;
esac
printf '%s\n' "$segments" | grep -q 'GNU_STACK.* RW ' || complain "has an executable stack"
printf '%s\n' "$segments" | grep -q 'LOAD.* RWE ' && complain "is writable and executable"
readelf -dW "$program" | grep -q NEEDED && complain "needs a library"
undefined=$(readelf -sW "$program" | awk '$7 == "UND" && $8 != "" { print $8 }' | sort -u)
[ -z "$undefined" ] || complain "has undefined symbols: $undefined"

case $kind in
relr) readelf -dW "$program" | grep -q '(RELR)' || complain "has no packed relocations" ;;
esac
exit $status
