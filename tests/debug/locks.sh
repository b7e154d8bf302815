#!/bin/sh
# SPDX-License-Identifier: MIT
#
# locks.sh IMPLEMENTATION GDB PRINTERS PROGRAM [PRELOADED-LIBRARY]
# What a debugger shows of each lock in each state (locks.c), by the script that pthin has for it.
set -u

implementation=$1 gdb=$2 printers=$3 program=$4 preload=${5-}
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-locks.XXXXXX")
trap 'rm -rf "$work"' EXIT

# What each is to be, as an extended regular expression.
cat >"$work/wanted" <<'END'
free_mutex {free}
by_another_name {free}
*pointer {free}
mtx {free}
in_struct {before = 1, lock = {free}, after = 2}
normal {held \(a normal mutex does not say by whom\), 2 waiting}
recursive {held by WORKER, locked 3 times, recursive}
checking {held by WORKER, error-checking}
robust {held by WORKER, 1 waiting, robust}
dead {free, its owner died, robust}
inconsistent {held by WORKER, not consistent since an earlier owner died, robust}
lost {not recoverable, robust}
inheriting {held by WORKER, 1 waiting, priority inheritance}
ceiling {free, priority ceiling 7}
shared_mutex {held \(a normal mutex does not say by whom\), between processes}
with_cond {free, 3 waiting for a condition with it}
destroyed {destroyed}
quiet {nobody waiting}
cond {3 waiting}
shared_cond ({at most 1 waiting, between processes}|LIBC)
free_rwlock {free}
written {held for writing by WORKER, 1 writer waiting, readers waiting}
read_by_two {held by 2 readers, 1 writer waiting}
shared_rwlock ({free, between processes}|LIBC)
full {value 3}
empty {value 0, 2 waiting}
shared_sem {value 1, between processes}
barrier {1 of 3 waiting, 0 rounds done}
passed {0 of 1 waiting, 1 rounds done}
shared_barrier ({0 of 2 waiting, 0 rounds done, between processes}|LIBC)
not_called {not called}
done {done}
running {running}
contended {running, 1 waiting}
free_spin {free}
held_spin {held}
END
if [ "$implementation" = preload-musl ]; then # a program for musl's own headers, which have no ceilings
    sed -i 's/^ceiling .*/ceiling {free}/' "$work/wanted"
fi

# In one run before and after the script is there, as thread IDs differ from run to run.
set -- -nx -batch -ex 'set debuginfod enabled off' -ex 'set startup-with-shell off' \
    -ex 'set print thread-events off' ${preload:+-ex "set environment LD_PRELOAD $preload"} \
    -ex 'break all_wait' -ex run
while read -r lock _; do
    set -- "$@" -ex "echo \n(before) $lock is\\040" -ex "output $lock"
done <"$work/wanted"
set -- "$@" -ex "source $printers"
while read -r lock _; do
    set -- "$@" -ex "echo \n(after) $lock is\\040" -ex "output $lock"
done <"$work/wanted"
"$gdb" "$@" -ex 'echo \n' -ex kill "$program" >"$work/output" 2>&1 </dev/null

case $(cat "$work/output") in
*"ptrace: "* | *"Could not trace"* | *"not allow"*)
    echo "skipped: no process may be traced here"
    exit 77
    ;;
esac

sed -n 's/^(before) //p' "$work/output" >"$work/before"
sed -n 's/^(after) //p' "$work/output" >"$work/after"
bad=
grep -q '^Thread 1 .* hit Breakpoint 1, all_wait ' "$work/output" || bad=yes
case $implementation in
plain-*)
    # They are not pthin's: what gdb prints is what it would print anyway.
    diff "$work/before" "$work/after" || bad=yes
    [ "$(wc -l <"$work/after")" = "$(wc -l <"$work/wanted")" ] || bad=yes
    ;;
*)
    while read -r lock wanted; do
        wanted=$(printf '%s\n' "$wanted" | sed 's/{/\\{/g; s/}/\\}/g
            s/WORKER/thread [0-9]+ "worker" \\(LWP [0-9]+\\)/
            s/LIBC/\\{raw, as it is the C library.s own, between processes: .*/')
        line=$(awk -v lock="$lock" '$1 == lock && $2 == "is"' "$work/after")
        printf '%s\n' "${line#"$lock is "}" | grep -Eqx -- "$wanted" || {
            echo "'$line', and not '$wanted'"
            bad=yes
        }
    done <"$work/wanted"
    ;;
esac
if [ -n "$bad" ]; then
    grep -v '^(before)' "$work/output"
    exit 1
fi
