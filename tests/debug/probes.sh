#!/bin/sh
# SPDX-License-Identifier: MIT
#
# probes.sh LIBRARY
# The steps of a thread's life are probes, and a probe that nobody uses is one nop.
set -eu

notes=$(readelf -nW "$1" | sed -n '/Provider: pthin/{n;N;p}')
for step in launch entry exit detach join free; do
    places=$(printf '%s\n' "$notes" | sed -n "/Name: $step\$/{n;s/.*Location: \(0x[0-9a-f]*\),.*/\1/p}")
    [ -n "$places" ] || {
        echo "there is no probe '$step'"
        exit 1
    }
    for place in $places; do
        objdump -d --no-show-raw-insn --start-address="$place" --stop-address=$((place + 1)) "$1" |
            grep -q 'nop$' || {
            echo "at the probe '$step', $place, there is something else than a nop"
            exit 1
        }
    done
done
