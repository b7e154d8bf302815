#!/bin/sh
# SPDX-License-Identifier: MIT
# pthin-run starts what can run on pthin, and says why of what cannot.
. "${0%/*}/common.sh"
run=$PTHIN_BIN/pthin-run
folder=$(readlink -f "$PTHIN_BIN/../$PTHIN_LIBDIR")

# The system's programs are on this libc, and so are those of the first part. The second part has programs
# on musl where the system is on glibc.
if [ "$default" = glibc ]; then
    compile=gcc lib=libpthin.so.0 preloaded=libm.so.6
else
    compile=$TEST_MUSL_GCC lib=libpthin-musl.so.0 preloaded=libm.so
fi

# --- Command line.
refuses 2 '^Usage: pthin-run' "$run"
refuses 2 '^Usage: pthin-run' "$run" --stats
refuses 2 "unknown option '--fast'" "$run" --fast true
refuses 2 'say --stats=FILE' "$run" --stats= true
says '^Usage: pthin-run' "$run" --help
says '^Usage: pthin-run' "$run" -h
says '^pthin-run [0-9]' "$run" --version
refuses 127 'nonesuch: not found' "$run" nonesuch
refuses 127 '/nonesuch: not found' "$run" ./nonesuch
refuses 126 '/: is a folder' "$run" ./
refuses 126 '/dev/null: is no regular file' "$run" /dev/null
refuses 126 'thread.c: not executable' "$run" ./thread.c

# --- Programs that the loader would not preload into.
"$compile" -static thread.c -o static
refuses 126 'static: is static.*--host=musl' "$run" ./static
"$compile" -static-pie -fPIE thread.c -o static-pie
refuses 126 'static-pie: is static.*--host=musl' "$run" ./static-pie
"$compile" thread.c -o thread -pthread
cp thread setuid
chmod u+s setuid
refuses 126 'setuid: is setuid or setgid' "$run" ./setuid
# The same program, said to be for another machine, for another class.
for patch in 18:267 4:001; do
    cp thread foreign
    printf '%b' "\\0${patch#*:}" | dd of=foreign bs=1 seek="${patch%:*}" conv=notrunc 2>/dev/null
    refuses 126 'foreign: is for another kind of machine' "$run" ./foreign
done
# Cut off in its header, before its program headers end, before the loader's name.
name=$(readelf -lW thread | sed -n 's/^ *INTERP *\(0x[0-9a-f]*\).*/\1/p')
for size in 4 19 63 100 $((name + 3)); do
    head -c $size thread >short
    chmod +x short
    refuses 126 'short: is damaged' "$run" ./short
done
cp thread unreadable
printf '\377\377' | dd of=unreadable bs=1 seek=56 conv=notrunc 2>/dev/null # number of program headers
refuses 126 'unreadable: is damaged' "$run" ./unreadable
if [ "$default" = glibc ]; then
    gcc thread.c -o lost -pthread -Wl,-dynamic-linker,/nowhere/ld-linux-none.so.2
    refuses 127 'lost: needs /nowhere/ld-linux-none.so.2, which is missing' "$run" ./lost
fi
echo '#!/nowhere/sh' >lost
chmod +x lost
refuses 127 'lost: its interpreter is missing' "$run" ./lost
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
# shellcheck disable=SC2016
printf '#!\necho "$0" "$@"\n' >script
says '^\./script a b$' "$run" ./script a b
says '^one two  three$' "$run" echo 'one two  three'
status=0
"$run" sh -c 'exit 42' || status=$?
[ $status = 42 ] || fail "a status of 42 came back as $status"
says '^in$' sh -c "echo in | '$run' cat"

# The program alone reports, whatever it starts and however it ends; or all do, in a file.
cat >ends.c <<'END'
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void *routine(void *arg)
{
    return arg;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    const char *end = argc > 1 ? argv[1] : "exit";

    for (int i = 0; i < 2; i++)
        if (pthread_create(&thread, NULL, routine, NULL) != 0 || pthread_join(thread, NULL) != 0)
            return 1;
    if (strcmp(end, "_exit") == 0)
        _exit(0);
    if (strcmp(end, "_Exit") == 0)
        _Exit(0);
    if (strcmp(end, "quick_exit") == 0)
        quick_exit(0);
    if (strcmp(end, "fork") == 0) {
        if (fork() == 0)
            exit(0);
        wait(NULL);
    }
    if (strcmp(end, "vfork") == 0) {
        if (vfork() == 0)
            _exit(0);
        wait(NULL);
    }
    if (strcmp(end, "children") == 0)
        return system("./ends; ./ends _exit");
    return 0;
}
END
"$compile" ends.c -o ends -pthread
once() {
    says '^pthin: 2 threads created$' "$@"
    [ "$(grep -c '^pthin' err)" = 1 ] || fail "more than one report: $*"
}
for end in exit _exit _Exit quick_exit fork vfork children; do
    once "$run" --stats ./ends $end
    once env PTHIN_STATS=1 "$run" ./ends $end
done
once "$run" --stats sh -c 'exec env ./ends _exit'
ok "$run" --stats=report ./ends fork
[ "$(grep -cE '^pthin: process [0-9]+: [02] threads created$' report)" = 2 ] || fail "--stats=FILE, of a fork"
rm report
ok env PTHIN_STATS="$PWD/report" "$run" ./ends children
[ "$(grep -cE '^pthin: process [0-9]+: 2 threads created$' report)" = 3 ] || fail "--stats=FILE, of children"
refuses 1 'cannot write to /nowhere/report' "$run" --stats=/nowhere/report ./ends

# Without pthin-run, the library tells what is wrong with the value, once.
says "^pthin: PTHIN_STATS is 'relative', neither 1 nor an absolute path: taken for 1$" \
    env PTHIN_STATS=relative "$run" ./ends children
[ "$(grep -c '^pthin' err)" = 2 ] || fail "the value was told more than once, or no number: $(cat err)"
grep -q '^pthin: 2 threads created$' err || fail "no number for a value that is taken for 1"
[ ! -e relative ] || fail "a relative path was written to"
says '^pthin: cannot write to /nowhere/report, which PTHIN_STATS names: No such file' \
    env PTHIN_STATS=/nowhere/report "$run" ./ends

# A sanitizer's runtime comes first, what is preloaded already after it.
if [ "$default" = glibc ] && gcc -fsanitize=address ends.c -o with-asan -pthread 2>err; then
    says '^pthin: 2 threads created$' "$run" --stats ./with-asan
    says '^pthin: 2 threads created$' env LD_PRELOAD=libm.so.6 "$run" --stats ./with-asan
fi

# By a symbolic link, from another folder, and as the interpreter of a script in one.
ln -s "$run" link
says '^pthin: 1 threads created$' ./link --stats ./thread
mkdir elsewhere
ln -s "$PTHIN_BIN" elsewhere/bin
says '^pthin: 1 threads created$' sh -c "cd elsewhere/bin/.. && PATH=bin:\$PATH pthin-run --stats ../thread"
case $run in
*\ *) ;; # the kernel takes no blanks there
*)
    printf '#!%s sh\nprintenv LD_PRELOAD\n' "$run" >elsewhere/script
    chmod +x elsewhere/script
    says "/$lib\$" ./elsewhere/script
    ;;
esac

# What is preloaded already stays, in front; inside pthin-run once is enough.
says "^$preloaded:[^:]*/$lib\$" env LD_PRELOAD=$preloaded "$run" "$run" printenv LD_PRELOAD

# A library that was linked with pthin, in a program that was not: it comes too late, and says so.
echo 'int two(void); int two(void) { return 2; }' >two.c
if has_host glibc; then
    cc -shared -fPIC two.c -o libtwo.so -Wl,--no-as-needed "$folder/libpthin.so" -Wl,-rpath,"$folder"
    cc thread.c -o late -pthread -Wl,--no-as-needed ./libtwo.so
    says "threads are the C library's, which comes before pthin" env PTHIN_VERBOSE=1 ./late
    says '^pthin: 0 threads created$' env PTHIN_STATS=1 ./late
fi

# On musl: the other library; and what is not as it should be.
if has_host musl-dynamic; then
    "$TEST_MUSL_GCC" -shared -fPIC two.c -o libtwo-musl.so -Wl,--no-as-needed "$folder/libpthin-musl.so" \
        -Wl,-rpath,"$folder"
    "$TEST_MUSL_GCC" thread.c -o late -Wl,--no-as-needed ./libtwo-musl.so
    says "threads are the C library's, which comes before pthin" env PTHIN_VERBOSE=1 ./late
    "$TEST_MUSL_GCC" thread.c -o on-musl
    loader=$(readelf -lW on-musl | sed -n 's/.*interpreter: \(.*\)\]/\1/p')
    says '^pthin: 1 threads created$' "$run" --stats ./on-musl
    says '^pthin: musl: self-check passed$' "$run" --verbose ./on-musl
    says 'own threads are used: PTHIN_DISABLE is set$' env PTHIN_DISABLE=1 "$run" --verbose ./on-musl
    # A musl that is not as expected: its threads are used. What changes musl here runs before the check.
    if [ "$(uname -m)" = x86_64 ]; then
        cat >other.c <<'END'
#include <pthread.h>
__attribute__((constructor)) static void change(void)
{
    ((volatile int *)pthread_self())[14] = 1; /* detach_state */
}
END
        "$TEST_MUSL_GCC" -shared -fPIC other.c -o "$top/libother.so"
        both=$top/libother.so:$folder/libpthin-musl.so
        says 'self-check failed, .* own threads are used: the descriptor of a thread$' \
            env LD_PRELOAD="$both" PTHIN_VERBOSE=1 ./on-musl
        says '^pthin: 0 threads created$' env LD_PRELOAD="$both" PTHIN_STATS=1 ./on-musl
    fi
    "$TEST_MUSL_GCC" ends.c -o ends
    for end in exit _exit _Exit quick_exit fork vfork; do
        once "$run" --stats ./ends $end
    done
    # Programs on glibc that one on musl starts: glibc says that it ignores the preload.
    cat >starts.c <<'END'
#include <stdlib.h>
int main(void)
{
    return system("echo started");
}
END
    "$TEST_MUSL_GCC" starts.c -o starts
    says '^started$' "$run" ./starts
    cp on-musl setuid
    chmod u+s setuid
    refuses 126 'setuid: is setuid or setgid' "$run" ./setuid
    cp on-musl foreign
    printf '\267' | dd of=foreign bs=1 seek=18 conv=notrunc 2>/dev/null
    refuses 126 'foreign: is for another kind of machine' "$run" ./foreign
    "$TEST_MUSL_GCC" -static thread.c -o static
    refuses 126 'static: is static.*--host=musl' "$run" ./static
    # A loader that is not there, and one that says it is too old.
    "$TEST_MUSL_GCC" thread.c -o lonely -Wl,-dynamic-linker,/nowhere/ld-musl-none.so.1
    refuses 127 'lonely: needs /nowhere/ld-musl-none.so.1, which is missing' "$run" ./lonely
    printf '#!/bin/sh\necho "musl libc" >&2\necho "Version 1.1.24" >&2\n' >"$top/ld-musl-old.so.1"
    chmod +x "$top/ld-musl-old.so.1"
    "$TEST_MUSL_GCC" thread.c -o old -Wl,-dynamic-linker,"$top/ld-musl-old.so.1"
    refuses 126 'old: uses musl 1\.1\.24; pthin needs 1\.2\.2 or later' "$run" ./old
    mkdir -p half/bin "half/$PTHIN_LIBDIR"
    cp "$run" half/bin
    refuses 1 'libpthin-musl.so.0 is missing: build or install pthin with host musl' \
        half/bin/pthin-run ./on-musl
    [ -x "$loader" ] || fail "no loader $loader"
fi

# A tree whose path the loader could not take in LD_PRELOAD.
mkdir -p tree/bin "tree/$PTHIN_LIBDIR"
cp "$run" tree/bin
cp "$folder/$lib" "tree/$PTHIN_LIBDIR"
says '^pthin: 1 threads created$' tree/bin/pthin-run --stats ./thread
finish
