#!/bin/sh
# SPDX-License-Identifier: MIT
# pthin-run starts what can run on pthin, and says why of what cannot.
. "${0%/*}/common.sh"
run=$PTHIN_BIN/pthin-run

# --- Command line.
refuses 2 '^Usage: pthin-run' "$run"
refuses 2 '^Usage: pthin-run' "$run" --stats
refuses 2 "unknown option '--fast'" "$run" --fast true
says '^Usage: pthin-run' "$run" --help
says '^pthin-run [0-9]' "$run" --version
refuses 127 'nonesuch: not found' "$run" nonesuch
refuses 127 '/nonesuch: not found' "$run" ./nonesuch
refuses 126 'thread.c: not executable' "$run" ./thread.c

# --- Programs that the loader would not preload into.
cc -static thread.c -o static
refuses 126 'static: is static.*--host=musl' "$run" ./static
cc -static-pie -fPIE thread.c -o static-pie
refuses 126 'static-pie: is static.*--host=musl' "$run" ./static-pie
if command -v musl-gcc >/dev/null; then
    musl-gcc thread.c -o on-musl
    refuses 126 'on-musl: uses musl.*--host=musl' "$run" ./on-musl
fi
cc thread.c -o thread -pthread
cp thread setuid
chmod u+s setuid
refuses 126 'setuid: is setuid or setgid' "$run" ./setuid
# The same program, said to be for another machine, for another class.
for patch in 18:267 4:001; do
    cp thread foreign
    printf '%b' "\\0${patch#*:}" | dd of=foreign bs=1 seek="${patch%:*}" conv=notrunc 2>/dev/null
    refuses 126 'foreign: is for another kind of machine' "$run" ./foreign
done
echo text >text
chmod +x text
refuses 126 'text: neither an ELF program nor a script' "$run" ./text

# --- Programs that it starts.
says '^pthin: 1 threads created$' "$run" --stats ./thread
says '^pthin: 1 threads created$' "$run" --stats -- ./thread
says '^pthin' "$run" --verbose ./thread
ok "$run" ./thread
printf '#!/bin/sh\nexec ./thread\n' >script
chmod +x script
says '^pthin: 1 threads created$' "$run" --stats ./script
says '^one two  three$' "$run" echo 'one two  three'
status=0
"$run" sh -c 'exit 42' || status=$?
[ $status = 42 ] || fail "a status of 42 came back as $status"
says '^in$' sh -c "echo in | '$run' cat"

# What is preloaded already stays, in front; inside pthin-run once is enough.
says '^libm\.so\.6:[^:]*libpthin\.so$' env LD_PRELOAD=libm.so.6 "$run" "$run" printenv LD_PRELOAD

# A tree whose path the loader could not take in LD_PRELOAD.
mkdir -p tree/bin "tree/$PTHIN_LIBDIR"
cp "$run" tree/bin
cp "$PTHIN_BIN/../$PTHIN_LIBDIR/libpthin.so" "tree/$PTHIN_LIBDIR"
says '^pthin: 1 threads created$' tree/bin/pthin-run --stats ./thread
finish
