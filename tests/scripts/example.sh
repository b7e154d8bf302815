#!/bin/sh
# SPDX-License-Identifier: MIT
#
# example.sh FOLDER [WORK]
# Runs the commands of an example's README (its indented lines) in a copy of the folder, as a reader
# would; WORK is where, if what they make is to stay. PTHIN_BIN is where pthin-cc is, PTHIN pthin's
# source folder, TINY_MOST what the program "tiny" may weigh in bytes.
set -eu

if [ $# -gt 1 ]; then
    work=$2
    mkdir -p "$work"
else
    work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-example.XXXXXX")
    trap 'rm -rf "$work"' EXIT
fi
cp -r "$1/." "$work"
cd "$work"
grep -q '^    ' README.md || {
    echo "$1/README.md has no commands"
    exit 1
}
{
    echo 'set -eux'
    sed -n 's/^    //p' README.md
} >commands
PATH=$PTHIN_BIN:$PATH PTHIN_REALCC=${CC:-cc} sh commands

if [ -n "${TINY_MOST-}" ]; then
    bytes=$(wc -c <tiny)
    [ "$bytes" -le "$TINY_MOST" ] || {
        echo "tiny has $bytes bytes, more than $TINY_MOST"
        exit 1
    }
fi
