#!/bin/sh
# SPDX-License-Identifier: MIT
# The manual pages are right in their own language, and the program in one of them does what it says.
. "${0%/*}/common.sh"

pages=$PTHIN_BUILD/share/man

sed -n '/^\.Sh EXAMPLES/,$p' "$pages/man3/pthin_thread_create.3" |
    sed -n '/^\.Bd -literal/,/^\.Ed/p' | sed '/^\.[BE]d/d' >add.c
for host in $PTHIN_HOSTS; do
    ok "$cc" --host="$host" -Wall add.c -o add-"$host"
    ok ./add-"$host"
done
[ "$failures" = 0 ] || finish

command -v mandoc >/dev/null || {
    echo "Left out: whether mandoc finds the pages in order; there is no mandoc."
    exit 77
}
for page in "$PTHIN_SOURCE"/man/*.[137]; do
    ok mandoc -Tlint -W warning "$page"
done
# That it would say so.
printf '.Dd today\n.Dt WRONG 3\n.Sh DESCRIPTION\n.Nn wrong\n' >wrong.3
if mandoc -Tlint -W warning wrong.3 >out; then
    fail "mandoc passes a page that is wrong"
fi
# What refers to another page is found by its name.
says 'wait for the end' env -C "$pages" mandoc -Tascii man3/pthin_thread_detach.3
finish
