#!/bin/sh
# SPDX-License-Identifier: MIT
#
# link-map.sh PTHIN_CC SOURCE OUTPUT
# Links a static musl program and reads the link map: no member of musl's own thread layer may be in
# it. Then runs the program.
set -eu

cc=$1
source=$2
output=$3

"$cc" --host=musl -O2 -g -Wall -Wextra -Werror -Wl,-Map,"$output.map" -o "$output" "$source"

# The map begins with the members that came in, each at the start of a line.
members=$(sed -n 's#^[^ ].*libc\.a(\([^)]*\)\.l\{0,1\}o)$#\1#p' "$output.map" | sort -u)
[ -n "$members" ] || {
    echo "no member of libc.a in $output.map: is this a link map?"
    exit 1
}

bad=$(printf '%s\n' "$members" | grep -E -x \
    'pthread_.*|thrd_.*|mtx_.*|cnd_.*|tss_.*|call_once|sem_.*|synccall|__timedwait|vmlock|lock_ptc' |
    grep -E -v -x 'thrd_sleep|thrd_yield' || true)
[ -z "$bad" ] || {
    echo "musl's own threads are linked into $source:"
    printf '%s\n' "$bad"
    exit 1
}
"$output" >/dev/null
