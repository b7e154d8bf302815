#!/bin/sh
# SPDX-License-Identifier: MIT
#
# gcc 12.2.0, -Oz, x86_64: for one instruction of a function the unwind table is wrong by 8 bytes, also with
# -fasynchronous-unwind-tables.
#
# One would have guessed: with that option the table is right at every instruction, since a signal may
# come at any.
# What happens: -Oz loads a small constant by a push and a pop, which are two bytes shorter than a mov.
# The table has no line for the push. Who unwinds from the pop (a handler that throws or cancels a thread,
# a profiler, a debugger) takes the constant for a return address. With -Os there is no such push.
set -eu

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q cpp-12=12.2.0-14+deb12u1 binutils-x86-64-linux-gnu=2.40-2 libbinutils=2.40-2 \
    libctf0=2.40-2 libjansson4=2.14-2 libmpc3=1.3.1-1 libmpfr6=4.2.0-1 libisl23=0.25-1.1 \
    libgmp10=2:6.2.1+dfsg1-1.1 >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done
export LD_LIBRARY_PATH="$PWD/root/usr/lib/x86_64-linux-gnu"

cat >caller.c <<'END'
int callee(int);
int caller(void) { return callee(7) + 1; }
END
for level in -Os -Oz; do
    root/usr/lib/gcc/x86_64-linux-gnu/12/cc1 -quiet $level -fasynchronous-unwind-tables \
        -fcf-protection=none caller.c -o caller.s
    root/usr/bin/x86_64-linux-gnu-as caller.s -o caller.o
    echo "$level: the code"
    root/usr/bin/x86_64-linux-gnu-objdump -d --no-show-raw-insn caller.o |
        sed -n 's/^ *\([0-9a-f]*\):[[:space:]]*\([a-z]*\) *\([^ ]*\).*/\1 \2 \3/p' | sed 's/ $//'
    echo "$level: from where on the frame begins where"
    root/usr/bin/x86_64-linux-gnu-readelf -wF caller.o | sed -n 's/^0*\([0-9a-f]\) \(rsp+[0-9]*\) .*/\1 \2/p' |
        tail -n 3
done >seen
cat seen
cat >expected <<'END'
-Os: the code
0 push %rax
1 mov $0x7,%edi
6 call b
b pop %rdx
c inc %eax
e ret
-Os: from where on the frame begins where
0 rsp+8
1 rsp+16
c rsp+8
-Oz: the code
0 push %rax
1 push $0x7
3 pop %rdi
4 call 9
9 pop %rdx
a inc %eax
c ret
-Oz: from where on the frame begins where
0 rsp+8
1 rsp+16
a rsp+8
END
cmp seen expected
