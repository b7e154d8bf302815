#!/bin/sh
# SPDX-License-Identifier: MIT
#
# FreePascal 3.2.2: a program that starts a thread compiles and links without thread support.
#
# One would have guessed: BeginThread is declared in the unit System, which every program has, so it
# works in every program, or the compiler says what is missing.
# What happens: the compiler says nothing, and the call ends the program with runtime error 232. With
# `uses cthreads`, which no other line refers to, the same program runs.
set -eu

version=3.2.2+dfsg-20
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q fp-compiler-3.2.2=$version fp-units-rtl-3.2.2=$version >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done

cat >start.pas <<'END'
program start;
{$ifdef WITH_UNIT} uses cthreads; {$endif}
function routine(p: pointer): ptrint;
begin
  writeln('in the thread');
  routine := 0;
end;
begin
  WaitForThreadTerminate(BeginThread(@routine, nil), 0);
end.
END
units=$(dirname "$(find root -name system.ppu)")
compiler=$(find root -name ppcx64 -type f)
for unit in '' -dWITH_UNIT; do
    # shellcheck disable=SC2086
    "$compiler" -n $unit -vw "-Fu$units" "-Fu$units/../*" start.pas >said 2>&1
    if grep -qi "warning.*thread" said; then exit 1; fi
    status=0
    timeout 60 ./start >>seen 2>errors || status=$?
    grep -o 'no thread support' errors >>seen || true
    echo "status $status" >>seen
done
cat seen
cat >expected <<'END'
no thread support
status 232
in the thread
status 0
END
cmp seen expected
