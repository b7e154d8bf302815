#!/bin/sh
# SPDX-License-Identifier: MIT
# pthin-cc and pthin-c++ take what cc takes, and make programs that run, for each host that was
# built. The folder has a space in its name.
. "${0%/*}/common.sh"

# --- What goes to the compiler alone.
says '^Usage: pthin-cc' "$cc" --help
says '^Usage: pthin-c\+\+' "$cxx" --help
says '^pthin-cc [0-9.]+, host '"$default"'$' "$cc" --version
says "^$(cc --version | head -n 1 | sed 's/[()+]/./g')" "$cc" --version
says 'version' "$cc" -v
says "^$(cc -dumpmachine)$" "$cc" -dumpmachine
says "^$(cc -print-file-name=libc.so.6)$" "$cc" -print-file-name=libc.so.6
says 'ld' "$cc" -Wl,--version
says '__GNUC__' "$cc" -E -dM - </dev/null

# kinds HOST: the ways to make a program, and that it has the threads it should have.
kinds() {
    host=$1
    shift
    # is_ours PROGRAM
    is_ours() {
        ok "./$1"
        case $host in
        glibc | musl-dynamic) says '^pthin: 1 threads created$' env PTHIN_STATS=1 "./$1" ;;
        *) ! readelf -lW "$1" | grep -q INTERP || fail "$host: $1 has a dynamic linker" ;;
        esac
    }

    ok "$@" thread.c -o whole
    is_ours whole
    ok "$@" -c thread.c -o thread.o
    ok "$@" -othread thread.o -lpthread
    is_ours thread
    ok "$@" -O2 -g -Wall -Wextra -Werror -std=c99 -pedantic -pthread thread.c -o strict
    is_ours strict
    ok "$@" -x c -o standard-input - <thread.c
    is_ours standard-input
    ok "$@" -fPIE -pie thread.c -o pie
    is_ours pie
    says 'DYN' readelf -hW pie
    ok "$@" -fno-pie -no-pie thread.c -o no-pie
    is_ours no-pie
    says 'EXEC' readelf -hW no-pie
    printf '%s\n' '-O1 -o "from file"' "'thread.c'" >arguments
    ok "$@" @arguments
    is_ours 'from file'
    ok "$@" -r thread.o -o partial.o
    ok "$@" partial.o -o partial
    is_ours partial
    ok "$@" -flto -O2 thread.c -o lto
    is_ours lto
    if [ "$host" != glibc ]; then
        ok "$@" -fsanitize=undefined -fsanitize-undefined-trap-on-error thread.c -o traps
        is_ours traps
    fi
    mkdir -p own
    echo '#define OWN 1' >own/own.h
    printf '#include <own.h>\n#if !OWN\n#error\n#endif\n#include "thread.c"\n' >with-own.c
    ok "$@" -Iown -I own -include own.h -MD -MF own.d with-own.c -o with-own
    is_ours with-own
    grep -q 'pthread\.h' own.d || fail "$host: own.d does not name pthread.h"
    rm -f ./*.o
}

for host in $PTHIN_HOSTS; do
    kinds "$host" "$cc" --host="$host"
    kinds "$host" env PTHIN_HOST="$host" "$cc"
    if [ "${host#musl}" = "$host" ] && command -v clang >/dev/null; then
        kinds "$host" env PTHIN_REALCC=clang "$cc" --host="$host"
    fi
done

# --- glibc: before libc, found at run time; a library does not choose the threads.
if has_host glibc; then
    ok "$cc" thread.c -lpthread -lm -o order
    needed=$(readelf -dW order | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | tr '\n' ' ')
    case $needed in
    *libpthin.so*libc.so*) ;;
    *) fail "needed in the order: $needed" ;;
    esac
    ok "$cc" -Wl,--as-needed -x c -o as-needed - <<END
int main(void) { return 0; }
END
    says 'libpthin\.so' readelf -dW as-needed
    # What unwinds threads is loaded when one is to be unwound.
    cat >loaded.c <<'END'
#include <link.h>
#include <pthread.h>
#include <string.h>
static int is_libgcc(struct dl_phdr_info *info, size_t size, void *unused)
{
    (void)size, (void)unused;
    return strstr(info->dlpi_name, "libgcc_s") != NULL;
}
static void *leave(void *unwind)
{
    if (unwind)
        pthread_exit(NULL);
    return NULL;
}
int main(void)
{
    static int yes;
    pthread_t thread;
    if (pthread_create(&thread, NULL, leave, NULL) || pthread_join(thread, NULL) ||
        dl_iterate_phdr(is_libgcc, NULL))
        return 1;
    if (pthread_create(&thread, NULL, leave, &yes) || pthread_join(thread, NULL))
        return 2;
    return !dl_iterate_phdr(is_libgcc, NULL);
}
END
    ok "$cc" -D_GNU_SOURCE loaded.c -o loaded
    ok ./loaded
    says '^pthin: 2 threads created$' env PTHIN_STATS=1 ./loaded
    ok "$cc" -shared -fPIC thread.c -o libthread.so
    ! readelf -dW libthread.so | grep -q libpthin || fail "a shared library needs libpthin"
    says 'include/.*pthread\.h' "$cc" -M thread.c
    ! grep -q '/usr/include/pthread\.h' out || fail "<pthread.h> is glibc's"

    cat >thread.cc <<'END'
#include <stdexcept>
#include <thread>
int main()
{
    int caught = 0;
    std::thread thread([&] { try { throw std::runtime_error("x"); } catch (std::exception &) { caught = 1; } });
    thread.join();
    return !caught;
}
END
    for compiler in c++ clang++; do
        command -v $compiler >/dev/null || continue
        ok env PTHIN_REALCXX=$compiler "$cxx" -O2 -std=c++17 -Wall -Wextra -Werror thread.cc -o in-c++
        ok ./in-c++
        says '^pthin: 1 threads created$' env PTHIN_STATS=1 ./in-c++
    done
    ok "$cc" -c -x c++ thread.cc -o thread.o
fi

# --- musl: nothing of musl's thread layer in the program, whatever it calls first.
if has_host musl; then
    cat >timer.c <<'END'
#include <signal.h>
#include <stdio.h>
#include <time.h>
int main(void)
{
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    timer_t timer;
    puts(timer_create(CLOCK_REALTIME, &event, &timer) == 0 ? "timer" : "no timer");
}
END
    for program in thread timer; do
        ok "$cc" --host=musl $program.c -Wl,-Map=map -lc -lpthread -o mapped
        ! grep -E 'libc\.a\((pthread_|thrd_|mtx_|cnd_|tss_|call_once|__timedwait|synccall)' map ||
            fail "$program.c pulls in musl's threads"
        ./mapped >out || fail "$program.c on musl"
    done
    ok "$cc" --host=musl -static thread.c -o static
    ok ./static
    ok "$cc" --host=musl -static-pie thread.c -o static-pie
    ok ./static-pie
    says 'DYN' readelf -hW static-pie
    echo 'void _start(void) { for (;;) ; }' >start.c
    for kind in -static -static-pie; do
        ok "$cc" --host=musl $kind -nostartfiles start.c thread.c -o own-start
    done
    # The kernel's headers, and none of glibc's.
    cat >kernel.c <<'END'
#include <asm/unistd.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/types.h>
#ifdef __GLIBC__
#error a header of glibc
#endif
int main(void)
{
    return __NR_futex == 0;
}
END
    ok "$cc" --host=musl -Wall -Wextra -Werror kernel.c -o kernel
    ok ./kernel
    for header in gnu/libc-version execinfo; do
        if echo "#include <$header.h>" | "$cc" --host=musl -c -x c - -o nothing.o 2>/dev/null; then
            fail "host musl has found glibc's <$header.h>"
        fi
    done
fi

# --- The same, dynamic: by options, and with a library of its own, which does not choose the threads.
if has_host musl-dynamic; then
    for option in --host=musl-dynamic '--host=musl -dynamic'; do
        # shellcheck disable=SC2086
        ok "$cc" $option thread.c -o dynamic
        says '^pthin: 1 threads created$' env PTHIN_STATS=1 ./dynamic
        says 'interpreter: .*/ld-musl-' readelf -lW ./dynamic
    done
    echo 'int answer(void) { return 42; }' >answer.c
    echo 'int answer(void); int main(void) { return answer() != 42; }' >ask.c
    for option in --host=musl-dynamic --host=musl; do
        ok "$cc" $option -fPIC -shared answer.c -o libanswer.so
        ! readelf -dW libanswer.so | grep -q libpthin || fail "a shared library asks for pthin"
    done
    # shellcheck disable=SC2016
    ok "$cc" --host=musl-dynamic ask.c -L. -lanswer -Wl,-rpath,'$ORIGIN' -o ask
    ok ./ask
    for kind in -static -static-pie; do
        ok "$cc" --host=musl-dynamic $kind thread.c -o static
        ok ./static
        ! readelf -lW static | grep -q INTERP || fail "$kind: there is a dynamic linker"
    done
fi

# --- none: no undefined symbol, no executable stack, nothing of a libc's headers.
if has_host none; then
    for kind in -static -static-pie; do
        ok "$cc" --host=none -O2 $kind "$PTHIN_EXAMPLES/own-start/primes.c" -lpthread -o primes
        says '^5761455 primes below 100000000$' ./primes
        [ -z "$(nm -u primes)" ] || fail "primes has undefined symbols"
        says 'GNU_STACK.* RW ' readelf -lW primes
    done
    if echo '#include <stdio.h>' | "$cc" --host=none -c -x c - -o nothing.o 2>/dev/null; then
        fail "host none has found a <stdio.h>"
    fi
    for header in stddef stdint stdarg limits stdbool stdatomic pthread errno time sched signal \
        stdlib string; do
        echo "#include <$header.h>"
    done >headers.c
    ok "$cc" --host=none -Wall -Wextra -Werror -c headers.c
    cat >falls-off.c <<'END'
int main(void) { }
END
    ok "$cc" --host=none falls-off.c -o falls-off
    ok ./falls-off
fi

# --- Called in other ways.
ln -s "$cc" "my cc"
ln -s "my cc" again
ok "./again" --host=none thread.c -o thread
ok env PATH="$PTHIN_BIN:$PATH" pthin-cc --host=none thread.c -o thread
# By its name alone it is in the folder at hand.
# shellcheck disable=SC2016
ok sh -c 'cd "$1" && exec sh pthin-cc --host=none "$2/thread.c" -o "$2/by-name"' sh "$PTHIN_BIN" "$work"
ok ./by-name
ok env PTHIN_REALCC="env LC_ALL=C cc" "$cc" --host=none thread.c -o thread
ln -s "$(command -v cc)" "the compiler"
ok env PTHIN_REALCC="$work/the compiler" "$cc" --host=none thread.c -o thread
ok ./thread
finish
