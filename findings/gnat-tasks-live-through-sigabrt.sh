#!/bin/sh
# SPDX-License-Identifier: MIT
#
# GNAT 12.2.0: an Ada program with a task goes on after SIGABRT as if nothing had come, and one without
# tasks takes it for an exception.
#
# One would have guessed: SIGABRT ends the process, as it does for everybody who has asked for nothing else.
# What happens: the runtime catches it in every Ada program, because one task aborts another by sending
# SIGABRT to its thread. With tasks, the handler looks whether somebody has aborted this one, and returns
# if nobody has: nothing ends and nothing is said. Without tasks the same signal is raised as an exception.
set -eu

version=12.2.0-14+deb12u1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q gnat-12=$version libgnat-12=$version gcc-12=$version cpp-12=$version \
    gcc-12-base=$version libgcc-12-dev=$version >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done

# The same program twice, with and without the two lines of a task.
program() {
    cat <<END
with Ada.Text_IO; use Ada.Text_IO;
procedure $1 is
   function Send_Itself (Signal : Integer) return Integer;
   pragma Import (C, Send_Itself, "raise");
   task Other;
   task body Other is begin delay 0.01; Put_Line ("the task ends"); end Other;
   Result : Integer;
begin
   Result := Send_Itself (6);
   Put_Line ("after the signal:" & Result'Image);
exception
   when others => Put_Line ("an exception");
end $1;
END
}
program With_Task >with_task.adb
program Without | grep -v task >without.adb

bin=$PWD/root/usr/bin
gcc=$PWD/root/usr/lib/gcc/x86_64-linux-gnu/12
for name in with_task without; do
    "$bin/x86_64-linux-gnu-gcc-12" -B"$gcc/" -c "$name.adb" -I"$gcc/adainclude" -I"$gcc/adalib"
    "$bin/gnatbind-12" "$name.ali" -static -aI"$gcc/adainclude" -aO"$gcc/adalib"
    "$bin/x86_64-linux-gnu-gcc-12" -B"$gcc/" -c "b~$name.adb" -I"$gcc/adainclude" -I"$gcc/adalib"
    "$bin/x86_64-linux-gnu-gcc-12" -B"$gcc/" "b~$name.o" "$name.o" "$gcc/adalib/libgnarl.a" \
        "$gcc/adalib/libgnat.a" -o "$name"
    echo "$name:"
    timeout 60 "./$name"
done >seen
cat seen
cat >expected <<'END'
with_task:
after the signal: 0
the task ends
without:
an exception
END
cmp seen expected
