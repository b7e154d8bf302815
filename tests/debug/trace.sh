#!/bin/sh
# SPDX-License-Identifier: MIT
#
# trace.sh CMAKE SOURCE-FOLDER CC PROGRAM.c
# A build with PTHIN_TRACE says on stderr what threads do, if it is asked to.
set -eu

work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-trace.XXXXXX")
trap 'rm -rf "$work"' EXIT
"$1" -S "$2" -B "$work" -DCMAKE_C_COMPILER="$3" -DPTHIN_TRACE=ON -DPTHIN_HOSTS=none \
    -DPTHIN_TESTS=OFF >"$work/log"
"$1" --build "$work" >>"$work/log"
PTHIN_REALCC=$3 "$work/bin/pthin-cc" --host=none "$4" -o "$work/program"

"$work/program" 2>"$work/silent"
if [ -s "$work/silent" ]; then
    echo "not asked, it says:"
    cat "$work/silent"
    exit 1
fi

PTHIN_TRACE=1 "$work/program" 2>"$work/lines"
# The steps of a thread by the address of its block, in the order that they took; the two that
# another thread takes may come before or after the thread's own.
steps() {
    sed -n "s/^pthin\[[0-9]*\] \($1\) thread=0x[0-9a-f]*.*/\1/p" "$work/lines" | tr '\n' ' '
}
check() {
    [ "$(steps "$1")" = "$2" ] || {
        echo "the steps $1 are: $(steps "$1")"
        cat "$work/lines"
        exit 1
    }
}
check 'launch' 'launch launch '
check 'entry\|exit' 'entry exit entry exit '
check 'join\|detach' 'join detach '
check 'entry\|free' 'entry free entry free '
for values in 'launch .* tid=[0-9]* stack=[0-9]* guard=[0-9]*$' 'exit .* result=0x[0-9a-f]* detached=0$'; do
    grep -q "$values" "$work/lines" || {
        echo "no line is: $values"
        cat "$work/lines"
        exit 1
    }
done
