#!/bin/sh
# SPDX-License-Identifier: MIT
#
# backtrace.sh GDB PROGRAM
# A debugger's backtrace of a thread names its functions up to the first, and ends there; so does
# one of the initial thread.
set -u

output=$("$1" -nx -batch -ex 'set debuginfod enabled off' -ex 'set startup-with-shell off' \
    -ex 'set backtrace past-main on' -ex 'break deepest' -ex run -ex 'echo in a thread\n' -ex bt \
    -ex continue -ex 'echo in main\n' -ex bt -ex kill "$2" 2>&1)

case $output in
*"ptrace: "* | *"Could not trace"* | *"not allow"*)
    echo "skipped: no process may be traced here"
    exit 77
    ;;
esac

# The names of the functions in the backtrace that follows this line.
frames() {
    printf '%s\n' "$output" | sed -n "/^$1\$/,\$p" | sed '1d; /^[^#]/,$d' |
        sed 's/^#[0-9]* *//; s/^0x[0-9a-f]* in //; s/ .*//' | tr '\n' ' '
}

# The frames of the engine between routine and the first differ by host.
thread=$(frames "in a thread")
case $thread in
"deepest deeper deeper deeper routine "*"thread_entry arch_clone ") ;;
*) bad=yes ;;
esac
# What calls main is the libc's, and musl's has no unwind tables.
main=$(frames "in main")
case $main in
"deepest deeper deeper main "*) ;;
*) bad=yes ;;
esac
case $output in
*"Backtrace stopped"* | *"corrupt"*) bad=yes ;;
esac
if [ -n "${bad-}" ]; then
    printf '%s\n' "$output" "The thread's frames: $thread" "The initial thread's: $main"
    exit 1
fi
