#!/bin/sh
# SPDX-License-Identifier: MIT
# An installed pthin works from wherever it was put: the tools, find_package, pkg-config.
. "${0%/*}/common.sh"

prefix="$work/in stalled"
# Stripped: helgrind needs names that this must leave.
ok "$PTHIN_CMAKE" --install "$PTHIN_BUILD" --prefix "$prefix" --strip
# gdb looks for the script below its own folder, by the library's name as it was installed. Here it is told of
# another folder.
if has_host glibc && command -v gdb >/dev/null; then
    cat >lock.c <<'END'
#include <pthread.h>
pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
int main(void)
{
    return pthread_mutex_lock(&lock);
}
END
    ok "$prefix/bin/pthin-cc" -g lock.c -o lock
    watch() {
        gdb -nx -batch -iex 'set debuginfod enabled off' -iex "set auto-load safe-path $prefix" \
            -iex "set auto-load scripts-directory $prefix/share/gdb/auto-load" \
            -ex 'set startup-with-shell off' -ex 'break main' -ex run -ex 'print lock' ./lock 2>&1
    }
    watch | grep -Eq 'ptrace: |Could not trace|not allow' || says '= [{]free[}]$' watch
fi
mv "$prefix" "$work/moved"
prefix=$work/moved
cc=$prefix/bin/pthin-cc
[ ! -e "$prefix/$PTHIN_LIBDIR/libpthin.so" ] || [ -h "$prefix/$PTHIN_LIBDIR/libpthin.so" ] ||
    fail "libpthin.so is no link to what the loader looks for"
for page in man1/pthin-cc.1 man3/pthin_thread_create.3 man3/pthin_thread_detach.3 man7/pthin.7; do
    [ -s "$prefix/share/man/$page" ] || fail "$page is not installed"
done
if has_host glibc; then
    says 'self-check passed' "$prefix/bin/pthin-run" --doctor
fi
for completion in bash-completion/completions/pthin-c++ zsh/site-functions/_pthin; do
    [ -s "$prefix/share/$completion" ] || fail "$completion is not installed"
done
[ -s "$prefix/share/pthin/gdb/pthin.py" ] || fail "pthin/gdb/pthin.py is not installed"

for host in $PTHIN_HOSTS; do
    ok "$cc" --host="$host" thread.c -o on-"$host"
    ok ./on-"$host"
done
if has_host glibc; then
    says "moved/lib.*/libpthin\.so" ldd ./on-glibc
    cc thread.c -o plain -pthread
    says '^pthin: 1 threads created$' "$prefix/bin/pthin-run" --stats ./plain
    if command -v valgrind >/dev/null; then
        says 'ERROR SUMMARY: 0 errors' "$prefix/bin/pthin-run" --tool=helgrind ./plain
    fi
fi

# configure_and_build FOLDER [ARGUMENT]...
configure_and_build() {
    folder=$1
    shift
    if "$PTHIN_CMAKE" -S "$folder" -B build-"$folder" -DCMAKE_PREFIX_PATH="$prefix" "$@" >log 2>&1 &&
        "$PTHIN_CMAKE" --build build-"$folder" >>log 2>&1; then
        return
    fi
    fail "$folder with find_package"
    sed 's/^/    /' log >&2
}

if has_host none; then
    cp -r "$PTHIN_EXAMPLES/own-start" nolibc
    configure_and_build nolibc -DCMAKE_BUILD_TYPE=Release
    says '^5761455 primes' build-nolibc/primes
    ! readelf -lW build-nolibc/primes | grep -q INTERP || fail "primes has a dynamic linker"
fi
for host in glibc musl musl-dynamic; do
    has_host $host || continue
    target=$host
    set --
    mkdir project-$host
    cp thread.c project-$host
    case $host in
    glibc) target=pthin ;;
    musl*)
        set -- -DCMAKE_C_COMPILER="$TEST_MUSL_GCC"
        sed -i '1i #include <linux/futex.h>' project-$host/thread.c
        ;;
    esac
    cat >project-$host/CMakeLists.txt <<END
cmake_minimum_required(VERSION 3.16)
project(user LANGUAGES C)
find_package(pthin 0.1 REQUIRED)
add_executable(thread thread.c)
target_link_libraries(thread PRIVATE pthin::$target)
END
    configure_and_build project-$host "$@"
    ok build-project-$host/thread
done
for host in glibc musl-dynamic; do
    has_host $host || continue
    says '^pthin: 1 threads created$' env PTHIN_STATS=1 build-project-$host/thread
done
# What pkg-config knows is for the libc of cc.
if [ "$default" != musl ]; then
    library=libpthin.so
    [ "$default" = glibc ] || library=libpthin-musl.so
    if command -v pkg-config >/dev/null; then
        pc=$(find "$prefix" -name pthin.pc)
        flags=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --cflags --libs pthin)
        eval "set -- $flags"
        libdir=
        eval "libdir=$(PKG_CONFIG_PATH=${pc%/*} pkg-config --variable=libdir pthin)"
        [ -e "$libdir/$library" ] || fail "no $library in pkg-config's libdir, $libdir"
        # Two of the ways in which the README says the loader may find the library.
        ok cc thread.c -o with-pkg-config "$@"
        ok cc thread.c -o with-rpath "$@" -Wl,-rpath,"$libdir"
        if [ "$default" = glibc ]; then
            says 'libpthin.so.0 => not found' ldd ./with-pkg-config
        fi
        says '^pthin: 1 threads created$' \
            env LD_LIBRARY_PATH="$libdir" PTHIN_STATS=1 ./with-pkg-config
        says '^pthin: 1 threads created$' env PTHIN_STATS=1 ./with-rpath
    fi
fi
finish
