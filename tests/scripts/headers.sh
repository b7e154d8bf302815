#!/bin/sh
# SPDX-License-Identifier: MIT
#
# headers.sh SOURCE HOST
# One source of tests/headers with every language standard and mode that it asks for in its own
# comment, by gcc and, where there is one, clang. PTHIN_BIN is where pthin-cc is,
# PTHIN_MUSL_GCC the compiler of musl alone.
# shellcheck disable=SC2086,SC2317 # lists of options; functions that try calls
set -u

source=$1
host=$2
folder=${0%/*}/../headers
test=${source%.*}
work=$(mktemp -d "${TMPDIR:-/tmp}/pthin-headers.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
status=0
warnings="-Wall -Wextra -Werror"

# c and cxx: the drivers with each compiler; musl-gcc is gcc, and C++ is for glibc.
compilers="gcc"
if [ "$host" != musl ] && command -v clang >/dev/null; then
    compilers="gcc clang"
fi
# These three are called by their names, which are in $with.
# shellcheck disable=SC2329
c() {
    PTHIN_REALCC=$compiler "$PTHIN_BIN/pthin-cc" --host="$host" "$@"
}
# shellcheck disable=SC2329
cxx() {
    case $compiler in
    gcc) PTHIN_REALCXX=g++ "$PTHIN_BIN/pthin-c++" "$@" ;;
    clang) PTHIN_REALCXX=clang++ "$PTHIN_BIN/pthin-c++" "$@" ;;
    esac
}
has_cxx() {
    [ "$host" = glibc ] && command -v "$([ $compiler = gcc ] && echo g++ || echo clang++)" >/dev/null
}

# try COMMAND...: must succeed and say nothing
try() {
    "$@" >"$work/log" 2>&1
    result=$?
    if [ $result -ne 0 ] || [ -s "$work/log" ]; then
        echo "($compiler) $* -> $result"
        head -n 20 "$work/log"
        status=1
    fi
    return $result
}

# as_cxx SOURCE: C sources as C++
# shellcheck disable=SC2329
as_cxx() {
    cxx -x c++ "$@"
}

# built WITH FLAGS...: builds $source with the driver function, and runs it
built() {
    with=$1
    shift
    rm -f "$work/program"
    try $with $warnings "$@" -o "$work/program" "$folder/$source" && try "$work/program"
}

for compiler in $compilers; do
    case $test in
    orders)
        # The second compiler gets a few: what differs between them is not the order.
        c_standards="c99 c11 gnu99 gnu17 c2x" cxx_standards="c++11 c++17 c++20 gnu++14"
        [ $compiler = gcc ] || c_standards=c11 cxx_standards=c++17
        for order in 0 1 2 3 4 5 6 7; do
            for mode in "" -D_GNU_SOURCE -D_POSIX_C_SOURCE=200809L; do
                for standard in $c_standards; do
                    try c -std=$standard -pedantic $warnings $mode -DORDER=$order -fsyntax-only \
                        "$folder/$source"
                done
                has_cxx || continue
                for standard in $cxx_standards; do
                    try as_cxx -std=$standard -pedantic $warnings $mode -DORDER=$order -fsyntax-only \
                        "$folder/$source"
                done
            done
        done
        ;;
    layout)
        try c -std=c11 $warnings -c -o "$work/object.o" "$folder/$source"
        ;;
    functions)
        built c -D_GNU_SOURCE
        if has_cxx; then
            built as_cxx -D_GNU_SOURCE
        fi
        ;;
    api)
        for standard in c99 c11 gnu17 c2x; do
            built c -std=$standard -pedantic -D_GNU_SOURCE
        done
        if has_cxx; then
            built as_cxx -std=c++11 -D_GNU_SOURCE
            built as_cxx -std=c++20 -D_GNU_SOURCE
        fi
        ;;
    initialisers)
        more="-D_GNU_SOURCE -pedantic -Wmissing-braces -Wmissing-field-initializers"
        for standard in c99 c11 gnu17 c2x; do
            built c -std=$standard $more
        done
        if has_cxx; then
            for standard in c++11 c++20; do
                built as_cxx -std=$standard $more
            done
        fi
        ;;
    cleanup)
        warnings="$warnings -Wshadow -pedantic -D_GNU_SOURCE"
        for optimise in -O0 -O2; do
            built c $optimise
            [ "$host" = none ] || built c $optimise -fexceptions
            if has_cxx; then
                built as_cxx $optimise
                built as_cxx $optimise -fno-exceptions
            fi
        done
        ;;
    constants)
        lacks=
        plain=$compiler
        if [ "$host" = musl ]; then
            lacks=-DLIBC_LACKS_NP
            plain=$PTHIN_MUSL_GCC
        fi
        try c $warnings -D_GNU_SOURCE $lacks -o "$work/ours" "$folder/$source" &&
            try $plain $warnings -D_GNU_SOURCE $lacks -o "$work/theirs" "$folder/$source" &&
            "$work/ours" >"$work/ours.txt" && "$work/theirs" >"$work/theirs.txt" &&
            try diff "$work/theirs.txt" "$work/ours.txt"
        [ -s "$work/ours.txt" ] || status=1
        ;;
    none)
        for standard in c99 c11 gnu17 c2x; do
            built c -std=$standard
        done
        ;;
    cxx)
        has_cxx || continue
        cxx_standards="c++11 c++14 c++20"
        [ $compiler = gcc ] || cxx_standards=c++17
        for standard in $cxx_standards; do
            try cxx -std=$standard -pedantic $warnings -pthread -o "$work/program" "$folder/$source" &&
                try "$work/program"
        done
        ;;
    names)
        has_cxx || continue
        plain=$([ $compiler = gcc ] && echo g++ || echo clang++)
        for standard in c++11 c++17; do
            try cxx -std=$standard $warnings -c -o "$work/ours.o" "$folder/$source" &&
                try $plain -std=$standard $warnings -c -o "$work/theirs.o" "$folder/$source" &&
                nm "$work/ours.o" >"$work/ours.txt" && nm "$work/theirs.o" >"$work/theirs.txt" &&
                try diff "$work/theirs.txt" "$work/ours.txt"
            [ -s "$work/ours.txt" ] || status=1
        done
        ;;
    *)
        echo "headers.sh does not know what to do with $source"
        status=1
        ;;
    esac
done
exit $status
