#!/bin/sh
# SPDX-License-Identifier: MIT
# C++ on musl: which compiler pthin-c++ takes, and what it asks of which. The compilers are made up, so
# that it can be tried where there is none.
. "${0%/*}/common.sh"

has_host musl || has_host musl-dynamic || exit 77

# compiler NAME MACHINE: one that says which it is, and with what it was called.
compiler() {
    # shellcheck disable=SC2016
    printf '#!/bin/sh\n[ "$1" != -dumpmachine ] || { echo %s && exit; }\necho "${0##*/}: $*"\n' "$2" >"$1"
    chmod +x "$1"
}
mkdir made
compiler made/musl-made x86_64-linux-musl
compiler made/zig x86_64-unknown-linux-musl
compiler made/gnu x86_64-linux-gnu
touch program.cc program.o

# says_not PATTERN COMMAND...: succeeds, and that is not in it
says_not() {
    pattern=$1
    shift
    if ! "$@" >out 2>err || grep -Eq -- "$pattern" out; then
        fail "$*: '$pattern' is in it, or it failed: $(cat out err)"
    fi
}

PATH=$work/made:$PATH
PTHIN_REALCXX=gnu
PTHIN_MUSL_GCC=gnu
export PTHIN_REALCXX PTHIN_MUSL_GCC

# None: the machine's own is not for musl. (Another one may lie on the path.)
refuses 1 'there is no C\+\+ compiler for musl: name one in PTHIN_MUSL_CXX' \
    env PATH="$work/made:/usr/bin:/bin" "$cxx" --host=musl program.cc
refuses 1 'there is no C\+\+ compiler for musl: name one in PTHIN_MUSL_CXX' \
    env PATH="$work/made:/usr/bin:/bin" "$cc" --host=musl -c -x c++ program.o
refuses 1 "'gone' not found: set PTHIN_MUSL_CXX" env PTHIN_MUSL_CXX=gone "$cxx" --host=musl program.cc
refuses 1 'host none has no C\+\+ library' "$cxx" --host=none program.cc

# The machine's own, where that is for musl; the one that is named, before it.
says '^musl-made: .*program.cc' env PTHIN_REALCXX=musl-made "$cxx" --host=musl program.cc
says '^musl-made: .*program.cc' env PTHIN_MUSL_GCC=musl-made "$cc" --host=musl program.cc
says '^zig: c\+\+ -target x .*program.cc' env PTHIN_REALCXX=musl-made \
    PTHIN_MUSL_CXX="zig c++ -target x" "$cxx" --host=musl program.cc

# One that makes programs for glibc is not taken for another musl-gcc, even if nothing else would tell.
cat >made/glibc <<'END'
#!/bin/sh
case $1 in
-dumpmachine) echo x86_64-linux-gnu ;;
-E) cat && echo '#define __GLIBC__ 2' ;;
*) echo "glibc: $*" ;;
esac
END
chmod +x made/glibc
refuses 1 "'glibc' makes programs for glibc" env PTHIN_MUSL_GCC=glibc "$cc" --host=musl program.o
refuses 1 "'glibc' makes programs for glibc" env PTHIN_MUSL_CXX=glibc "$cxx" --host=musl program.cc
says '^gnu: .*program.o' env PTHIN_MUSL_GCC=gnu "$cc" --host=musl program.o

# What it is asked for.
PTHIN_MUSL_CXX=musl-made
export PTHIN_MUSL_CXX
says ' -static .*-Wl,-u,pthread_self [^ ]*/libpthin-musl.a program.cc' "$cxx" --host=musl program.cc
says ' -isystem [^ ]*/pthin-musl ' "$cxx" --host=musl -c program.cc
says '^musl-made: -static-pie .*-fPIE program.cc' "$cxx" --host=musl -static-pie program.cc
says_not '-nostdlib|-lgcc' "$cxx" --host=musl -static-pie program.o
says '-fPIE' env PTHIN_MUSL_CXX="zig c++" "$cxx" --host=musl -static-pie program.cc
says ' -pie ' env PTHIN_MUSL_CXX="zig c++" "$cxx" --host=musl -static-pie program.cc
if has_host musl-dynamic; then
    says '--push-state,--no-as-needed [^ ]*/libpthin-musl.so .*program.cc' \
        "$cxx" --host=musl-dynamic program.cc
    says_not '-static|--push-state' env PTHIN_MUSL_CXX="zig c++" "$cxx" --host=musl \
        -dynamic program.cc
    says ' [^ ]*/libpthin-musl.so program.cc' env PTHIN_MUSL_CXX="zig c++" "$cxx" \
        --host=musl-dynamic program.cc
fi
finish
