#!/bin/sh
# SPDX-License-Identifier: MIT
# What ./dev and its commands do with what they are given.
. "${0%/*}/common.sh"

# --- try: a project of the same shape as ours, with three tests, each of a program.
try=$PTHIN_SOURCE/tools/try-tests
mkdir -p project/tests
cat >project/CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(shape NONE)
add_custom_target(pthin-libraries ALL)
enable_testing()
add_subdirectory(tests)
END
cat >project/tests/CMakeLists.txt <<'END'
foreach(program pthin-none/left pthin-none/right plain-musl/left)
    set(binary ${CMAKE_CURRENT_BINARY_DIR}/${program})
    set(source ${CMAKE_CURRENT_SOURCE_DIR}/${program})
    add_custom_command(OUTPUT ${binary} COMMAND cp ${source} ${binary} DEPENDS ${source} VERBATIM)
    add_test(NAME ${program} COMMAND ${binary})
    list(APPEND all ${binary})
endforeach()
add_custom_target(programs ALL DEPENDS ${all})
END
for program in pthin-none/left pthin-none/right plain-musl/left; do
    mkdir -p "project/tests/${program%/*}"
    printf '#!/bin/sh\n' >"project/tests/$program"
    chmod +x "project/tests/$program"
done

for generator in "Unix Makefiles" Ninja; do
    if [ "$generator" = Ninja ] && ! command -v ninja >found; then
        continue
    fi
    rm -rf build
    mkdir -p build/tests/pthin-none build/tests/plain-musl
    "$PTHIN_CMAKE" -G "$generator" -S project -B build >configured 2>&1 || cat configured

    says '100% tests passed.* out of 1' "$try" build left
    [ -e build/tests/pthin-none/left ] || fail "the program that was asked for was not built"
    [ ! -e build/tests/pthin-none/right ] || fail "another program was built, too"
    [ ! -e build/tests/plain-musl/left ] || fail "a libc alone was tried without being named"
    says '100% tests passed.* out of 2' "$try" build
    says '100% tests passed.* out of 1' "$try" build 'plain-.*/left'
    refuses 1 "no test is called like 'nonesuch'" "$try" build nonesuch
    refuses 1 "no test is called like '\('" "$try" build '('

    # What was edited is built again before it runs.
    cp project/tests/pthin-none/right kept
    echo 'echo edited; exit 1' >>project/tests/pthin-none/right
    if "$try" build right >out 2>err || ! grep -q '^edited' out; then
        fail "the program as it was before the edit was tried"
    fi
    rm project/tests/pthin-none/right
    if "$try" build right >out 2>err || ! grep -q 'the tests cannot be built' err; then
        fail "not told that a test cannot be built"
    fi
    mv kept project/tests/pthin-none/right
done

# --- What is wrong in the arguments is told before anything is installed or built.
for command in build package demo size help; do
    refuses 1 "$command takes no arguments, and there is 'more'" "$PTHIN_SOURCE/dev" $command more
done
refuses 2 "unknown command 'nonesuch'" "$PTHIN_SOURCE/dev" nonesuch
refuses 1 "unknown command 'nonesuch'" "$PTHIN_SOURCE/dev" nonesuch --help
says '^Usage: ./dev COMMAND' "$PTHIN_SOURCE/dev" --help
for command in demo test test-apps try test-port test-on peers test-across size package build help; do
    for help in --help -h; do
        says "^\./dev $command " "$PTHIN_SOURCE/dev" $command $help
        [ "$(grep -c '^[^ ]' out)" = 1 ] || fail "more than its part: $command $help"
    done
done
for command in test 'test --no-ports' 'test-port arm' 'test-on trixie' 'test-on trixie --ports'; do
    # shellcheck disable=SC2086
    refuses 1 "say -R 'pthread_once'" "$PTHIN_SOURCE/dev" $command pthread_once
    # shellcheck disable=SC2086
    refuses 1 'say for what: -LE REGEX' "$PTHIN_SOURCE/dev" $command -R -static -LE
    # shellcheck disable=SC2086
    refuses 1 "'--nonesuch=1' is no option" "$PTHIN_SOURCE/dev" $command -j4 --timeout=9 --nonesuch=1
done
refuses 1 "there is no port 'nonesuch'" "$PTHIN_SOURCE/dev" test-port nonesuch
refuses 1 'say which port' "$PTHIN_SOURCE/dev" test-port
refuses 1 'say which Debian' "$PTHIN_SOURCE/dev" test-on
refuses 1 'say which Debian' "$PTHIN_SOURCE/dev" test-on -R pthread_once
refuses 1 "test-on nonesuch does that" "$PTHIN_SOURCE/dev" test-across nonesuch
refuses 1 "test-apps takes --rounds N, and there is 'pigz'" "$PTHIN_SOURCE/dev" test-apps pigz
refuses 1 "not a number of rounds: '0'" "$PTHIN_SOURCE/dev" test-apps --rounds 0
refuses 1 'say one REGEX' "$PTHIN_SOURCE/dev" try one two
for tool in try-tests size-table test-across; do
    refuses 2 "^usage: $tool BUILD" "$PTHIN_SOURCE/tools/$tool"
done
refuses 2 '^dev try: nonesuch/b is no build folder' "$PTHIN_SOURCE/tools/try-tests" nonesuch/b
refuses 2 '^size-table: there is no folder --help$' "$PTHIN_SOURCE/tools/size-table" --help
refuses 2 '^test-across: there is no folder nonesuch/f$' "$PTHIN_SOURCE/tools/test-across" . nonesuch/f sid
for tool in musl-cxx musl-system musl-apps; do
    refuses 2 "usage: $tool " "$PTHIN_SOURCE/tools/$tool" --nonesuch
done
refuses 1 "'nonesuch' finds no C\+\+ library for musl" "$PTHIN_SOURCE/dev" test-musl-cxx nonesuch
if [ -e /usr/include/features.h ] && command -v g++ >found; then # glibc's
    case $(g++ -dumpmachine) in
    *gnu*) refuses 1 "'g\+\+' finds no C\+\+ library for musl" "$PTHIN_SOURCE/dev" test-musl-cxx g++ ;;
    esac
fi
if command -v python3 >found; then
    kernel=$PTHIN_SOURCE/tests/scripts/test-kernel
    refuses 2 'unrecognized arguments: --nonesuch' "$kernel" --check build --nonesuch
    refuses 2 'invalid choice' "$kernel" --check build nonesuch
    refuses 2 "no regular expression: '\('" "$kernel" --check build -R '('
    for minutes in 0 -1 1.5 ''; do
        refuses 2 "not a number of minutes: '$minutes'" "$kernel" --check build --minutes="$minutes"
    done
    says '^Usage: ./dev test-kernel' "$PTHIN_SOURCE/dev" test-kernel --help
    ok "$kernel" --check build rt --suite trixie -R sem --minutes 30
fi

# --- Packages are called as the system calls them that has a tool for them.
mkdir bare alpine
cp "$PTHIN_SOURCE/dev" bare
for tool in sh readlink dirname mkdir cat id grep; do
    ln -s "$(command -v $tool)" "alpine/$tool"
done
printf '#!/bin/sh\necho "asked for $*"\nexit 1\n' >alpine/apk
chmod +x alpine/apk
if [ "$(id -u)" = 0 ] && { env PATH="$work/alpine" bare/dev build >out 2>err ||
    ! grep -q '^asked for add .* gcc.* cmake make' out; }; then
    fail "packages of Alpine: $(cat out err)"
fi
rm alpine/apk
if env PATH="$work/alpine" bare/dev build >out 2>err ||
    ! grep -q 'install what these Debian packages hold.* cmake make' err; then
    fail "packages where there is no tool for them: $(cat out err)"
fi

# --- bench --against: what is wrong with a build is told before anything is measured.
bench() {
    python3 -B "$PTHIN_SOURCE/bench/run.py" "$@"
}
if command -v python3 >found; then
    refuses 1 'nonesuch: there is no such directory' bench --list --against nonesuch
    refuses 1 'project: not a build of pthin, bin/pthin-cc is missing' bench --list --against project
    mkdir -p old/bin
    cp "$cc" old/bin
    refuses 1 'old: cannot compile .*: build or install pthin with host' bench --list --against old
    refuses 2 'expected one argument' bench --against
    refuses 1 '--rounds 0: 9 is the least' bench --check --rounds 0
    refuses 1 'nothing of that is measured there' bench --check --on pinned create_serial
    refuses 1 '--only-pthin goes with --against' bench --only-pthin
    if has_host glibc && has_host musl; then
        says '^once ' bench --list --against "$PTHIN_BIN/.." once
    fi
fi

# --- bench --peers: what is wrong with a tree is told, too. This system, seen through links, is none with
# another libc, but has all that such a tree needs.
refuses 1 "peers takes one SUITE, and there is 'sid trixie'" "$PTHIN_SOURCE/dev" peers sid trixie
refuses 1 'peers takes the name of a Debian' "$PTHIN_SOURCE/dev" peers musl
if command -v python3 >found; then
    refuses 1 'nonesuch: there is no such directory' bench --list --peers nonesuch
    refuses 1 'project: neither a glibc nor a musl is in its usr/lib' bench --list --peers project
    refuses 1 '--only-pthin leaves all libcs out' bench --only-pthin --against old --peers old
    libraries=$(uname -m)-linux-gnu
    mkdir -p "tree/usr/lib/$libraries" tree/usr/include
    echo "no library" >"tree/usr/lib/$libraries/libc.so.6"
    refuses 1 'tree: headers are missing there: install libc6-dev' bench --list --peers tree
    touch tree/usr/include/stdio.h
    refuses 1 'tree: its path has a space' bench --list --peers tree
    mv tree "$top/tree"
    refuses 1 'its glibc does not run here' bench --list --peers "$top/tree"
    if has_host glibc && has_host musl && [ -e "/usr/lib/$libraries/libc.so.6" ]; then
        mkdir "$top/here"
        for folder in usr lib lib64; do
            [ ! -e /$folder ] || ln -s /$folder "$top/here/$folder"
        done
        says '^once ' bench --list --peers "$top/here" once
    fi
fi

# --- bench apps
apps() {
    python3 -B "$PTHIN_SOURCE/bench/apps.py" "$@"
}
if command -v python3 >found; then
    says '^musl-sqlite3 +musl ' apps --list 'musl-*'
    refuses 1 "no program is called 'nonesuch'" apps --check pigz nonesuch
    refuses 1 '--rounds 5: 6 is the least; --quick takes 3' apps --check --rounds 5
    refuses 1 '--rounds 2: 3 is the least' apps --check --quick --rounds 2
    refuses 2 'unrecognized arguments: --nonesuch' apps --check --nonesuch
    refuses 2 "invalid int value: 'many'" apps --check --rounds many
    ok apps --check --quick pigz
fi
refuses 2 '^usage: musl-apps' "$PTHIN_SOURCE/tools/musl-apps" --static cc
finish
