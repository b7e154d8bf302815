#!/bin/sh
# SPDX-License-Identifier: MIT
# The build systems that programs come with take pthin-cc as their compiler: the probes of a
# configure script, a makefile's implicit rules, CMake's detection of compilers.
. "${0%/*}/common.sh"

# What autoconf's scripts ask of a compiler, in their way: CC may have arguments.
probe() {
    rm -f conftest*
    echo "int main (void) { ; return 0; }" >conftest.c
    for option in --version -v; do
        "$@" $option >/dev/null 2>&1 || fail "probe $option: $*"
    done
    "$@" conftest.c >/dev/null 2>&1 || fail "probe for a.out: $*"
    ok ./a.out
    ok "$@" -c conftest.c
    [ -f conftest.o ] || fail "probe for the suffix of object files: $*"
    if echo "not C" >conftest.c && "$@" -c conftest.c 2>/dev/null; then
        fail "probe for errors: $*"
    fi
    printf '#ifdef __STDC__\nSyntax error\n#endif\n' >conftest.c
    if "$@" -E conftest.c 2>/dev/null | grep -q 'Syntax error'; then :; else
        fail "probe of the preprocessor: $*"
    fi
    # AC_SEARCH_LIBS and the pthread macros.
    cat >conftest.c <<'END'
#ifdef __cplusplus
extern "C"
#endif
char pthread_create();
int main(void) { return pthread_create == 0; }
END
    for library in "" -lpthread -pthread; do
        "$@" -o conftest conftest.c $library >/dev/null 2>&1 || fail "probe with '$library': $*"
    done
    echo "char no_such_function(); int main(void) { return no_such_function(); }" >conftest.c
    if "$@" -o conftest conftest.c >/dev/null 2>&1; then
        fail "probe for a function that is not there: $*"
    fi
    # Sizes are found out by compiling, not running.
    echo "int size[sizeof(long) == 8 ? 1 : -1];" >conftest.c
    ok "$@" -c conftest.c
}

for host in $PTHIN_HOSTS; do
    mkdir "$host"
    cd "$host"
    probe "$cc" --host="$host"

    cp "$work/thread.c" .
    ok make -s CC="'$cc' --host=$host" CFLAGS="-O2 -g" LDLIBS=-lpthread thread
    ok ./thread
    cd ..
done

# CMake: C and, for glibc, C++ and a shared library of the project's own.
for host in $PTHIN_HOSTS; do
    [ "$host" != none ] || continue
    mkdir "cmake $host"
    cd "cmake $host"
    cp "$work/thread.c" .
    echo "int answer(void) { return 42; }" >answer.c
    cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.16)
project(probe LANGUAGES C)
find_package(Threads REQUIRED)
if(SHARED)
    enable_language(CXX)
    add_library(answer SHARED answer.c)
    file(WRITE ${CMAKE_BINARY_DIR}/in-c++.cc
         "#include <thread>\nint main() { std::thread([]{}).join(); }\n")
    add_executable(in-c++ ${CMAKE_BINARY_DIR}/in-c++.cc)
    target_link_libraries(in-c++ Threads::Threads)
else()
    add_library(answer STATIC answer.c)
endif()
add_executable(thread thread.c)
target_link_libraries(thread answer Threads::Threads)
END
    shared=$([ "$host" = glibc ] && echo ON || echo OFF)
    export PTHIN_HOST="$host"
    CC=$cc CXX=$cxx "$PTHIN_CMAKE" -S . -B build -DSHARED="$shared" >log 2>&1 || {
        cat log
        fail "cmake with $host"
    }
    "$PTHIN_CMAKE" --build build >log 2>&1 || {
        cat log
        fail "cmake --build with $host"
    }
    ok build/thread
    if [ "$host" = glibc ]; then
        says '^pthin: 1 threads created$' env PTHIN_STATS=1 build/thread
        says '^pthin: 1 threads created$' env PTHIN_STATS=1 build/in-c++
    fi
    unset PTHIN_HOST
    cd ..
done
finish
