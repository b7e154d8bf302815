#!/bin/sh
# SPDX-License-Identifier: MIT
#
# check.sh MODEL DIRECTORY [-D...]
# Has spin look at every state of the model, in DIRECTORY. With -DBUG_... among the options, the
# model has a step dropped or moved and spin must find that out.
set -eu

model=$1
directory=$2
shift 2

if ! command -v spin >/dev/null; then
    echo "skipped: there is no spin (Debian: spin)"
    exit 77
fi

rm -rf "$directory"
mkdir -p "$directory"
cd "$directory"
spin -a "$@" "$model" >spin.log || {
    cat spin.log
    exit 1
}
# A bug is found after few states: compiling takes longer.
case " $* " in
*" -DBUG_"*) optimise=-O0 ;;
*) optimise=-O2 ;;
esac
# SAFETY: assertions and states from which nothing goes on, which is all that the models have.
# MEMLIM: MiB.
"${CC:-cc}" $optimise -w -DSAFETY -DCOLLAPSE -DMEMLIM=1900 -o pan pan.c
./pan -m100000 >pan.log 2>&1 || true
# A few lines: an error by its name, how much was looked at.
grep -E '^pan:|errors:|states, stored|total actual|^error:|max search depth|out of memory' pan.log || true

case " $* " in
*" -DBUG_"*)
    grep -Eq '^pan:1: (assertion violated|invalid end state)' pan.log || {
        echo "the seeded bug is not found"
        exit 1
    }
    ;;
*)
    # Errors, a search cut short by depth or memory: each makes this line or the next another.
    grep -q 'errors: 0$' pan.log || exit 1
    ! grep -Eq 'Search not completed|too small|out of memory' pan.log || exit 1
    ;;
esac
rm pan pan.?
