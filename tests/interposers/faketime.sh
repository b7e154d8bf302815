#!/bin/sh
# SPDX-License-Identifier: MIT
# faketime.sh COMMAND [ARGUMENT]...: under libfaketime, in the past and in the future
set -eu

command -v faketime >/dev/null || {
    echo "skipped: no faketime here (Debian: package faketime)"
    exit 77
}
for when in '@2000-01-01 00:00:00' '+1000d'; do
    faketime -m -f "$when" "$@" || {
        echo "failed at $when" >&2
        exit 1
    }
done
