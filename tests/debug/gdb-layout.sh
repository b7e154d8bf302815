#!/bin/sh
# SPDX-License-Identifier: MIT
#
# gdb-layout.sh GDB PRINTERS SOURCE-FOLDER CC
# The offsets and bits in gdb's script are those of the headers that it names, on 64 bits and on 32: it writes
# them as assertions, which the compiler checks. No program is made, so no libc of the other size is needed.
set -eu

gdb=$1 printers=$2 source=$3 cc=$4
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-layout.XXXXXX")
trap 'rm -rf "$work"' EXIT

cat >"$work/write.py" <<'END'
import re
for wide in (0, 1):
    with open(f"{work}/{'wide' if wide else 'narrow'}.c", "w") as file:
        for header in ("mutex/mutex.h", "cond/cond.h", "cond/cond_shared.h", "sem/sem.h", "barrier/barrier.h",
                       "rwlock/rwlock.h", "once/pthread_once.c"):
            print(f'#include "pthread/{header}"', file=file)
        checks = [(f"offsetof(struct {field.replace('.', ', ')})", at[not wide]) for field, at in OFFSETS.items()]
        for field, at in WIDE.items():
            # On 32 bits the room for them comes first.
            name = field if wide else field.replace("word", "room")
            checks.append((f"offsetof(struct {name.replace('.', ', ')})", at if wide else 0))
        if wide:
            checks.append(("offsetof(struct barrier, libc)", WIDE["barrier.word"] + 12))
        checks += [(name, value) for name, value in list(globals().items())
                   if re.fullmatch("[A-Z][A-Z_]+", name) and isinstance(value, int)]
        for expression, value in checks:
            print(f'_Static_assert({expression} == {value}, "{expression} is not {value}");', file=file)
        assert len(checks) > 50
END
"$gdb" -nx -batch -ex "source $printers" -ex "python work = '$work'" -ex "source $work/write.py"

# check FILE PORT OPTION: as the library for no libc on this port, which all compilers for it can read
check() {
    "$cc" -std=gnu11 -Wno-psabi "$3" -fsyntax-only -ffreestanding -nostdinc -isystem "$("$cc" -print-file-name=include)" \
        -idirafter /usr/include -idirafter "/usr/include/$("$cc" -print-multiarch 2>/dev/null || :)" \
        -DPTHIN_STATIC=1 -DPTHIN_USDT=0 -DPTHIN_TRACE=0 -I "$source/src" -I "$source/src/host/none" \
        -I "$source/src/arch/$2" -I "$source/src/host/none/include" -I "$source/include" "$work/$1"
}
case $("$cc" -dumpmachine) in
x86_64-*)
    check wide.c x86_64 -m64
    check narrow.c x86 -m32
    ;;
aarch64-*) check wide.c aarch64 -O1 ;;
riscv64-*) check wide.c riscv64 -O1 ;;
i?86-*) check narrow.c x86 -m32 ;;
arm-*) check narrow.c arm -O1 ;;
*)
    echo "skipped: no port for $("$cc" -dumpmachine)"
    exit 77
    ;;
esac
