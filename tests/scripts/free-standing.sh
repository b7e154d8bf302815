#!/bin/sh
# SPDX-License-Identifier: MIT
#
# free-standing.sh PROGRAM [MOST BYTES OF CODE]
# The program needs nothing: no interpreter, no library, no undefined symbol; its stack is not
# executable, and nothing of it is writable and executable.
set -eu

program=$1
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
if [ $# -gt 1 ]; then
    code=$(size -A "$program" | awk '$1 == ".text" { print $2 }')
    [ "$code" -le "$2" ] || complain "has $code bytes of code, more than $2"
fi
exit $status
