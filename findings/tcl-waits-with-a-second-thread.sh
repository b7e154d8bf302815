#!/bin/sh
# SPDX-License-Identifier: MIT
#
# Tcl 8.6.13: a script that makes no thread has two after its first wait for an event, and the second
# takes signals.
#
# One would have guessed: a script without the Thread package runs in one thread, or that a helper of
# the library would block all signals, so that handlers run in the script's thread.
# What happens: the first vwait starts a thread that watches the channels. It blocks no signal, and
# the kernel may pick it for any that is sent to the process.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q tcl8.6=8.6.13+dfsg-2 libtcl8.6=8.6.13+dfsg-2 >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done

cat >show.tcl <<'END'
proc show {what} {
    set folders [lsort [glob /proc/self/task/*]]
    puts "$what: [llength $folders] threads"
    foreach folder $folders {
        set file [open $folder/status]
        puts [lsearch -inline -glob [split [read $file] \n] SigBlk:*]
        close $file
    }
}
show "at first"
after 1 {set over 1}
vwait over
show "after a wait"
END
LD_LIBRARY_PATH=$PWD/root/usr/lib/x86_64-linux-gnu TCL_LIBRARY=$PWD/root/usr/share/tcltk/tcl8.6 \
    timeout 60 root/usr/bin/tclsh8.6 show.tcl | tr '\t' ' ' >seen
cat seen
cat >expected <<'END'
at first: 1 threads
SigBlk: 0000000000000000
after a wait: 2 threads
SigBlk: 0000000000000000
SigBlk: 0000000000000000
END
cmp seen expected
