#!/bin/sh
# SPDX-License-Identifier: MIT
# Bad command lines and missing tools: one clear line, and a status that is not 0.
. "${0%/*}/common.sh"

refuses 1 "unknown host 'bsd'.*glibc.*musl.*none" "$cc" --host=bsd thread.c
refuses 1 "unknown host ''" "$cc" --host= thread.c
refuses 1 'say --host=glibc' "$cc" --host musl thread.c
refuses 1 "unknown host 'bsd'" env PTHIN_HOST=bsd "$cc" thread.c
refuses 1 'static glibc.*--host=musl' "$cc" --host=glibc -static thread.c
refuses 1 'static glibc.*--host=musl' "$cc" --host=glibc -static-pie thread.c
echo '-static thread.c' >arguments
refuses 1 'static glibc.*--host=musl' "$cc" --host=glibc @arguments
refuses 1 'static programs only: leave out -shared' "$cc" --host=none -shared thread.c
refuses 1 'static programs only: leave out -dynamic' "$cc" --host=none -dynamic thread.c
for host in musl musl-dynamic none; do
    refuses 1 'no runtime for -fsanitize=address: use --host=glibc' \
        "$cc" --host=$host -fsanitize=address thread.c
    refuses 1 'no runtime for -fsanitize=undefined: add -fsanitize-undefined-trap-on-error' \
        "$cc" --host=$host -fsanitize=undefined thread.c
done
refuses 1 'no C\+\+ library: use --host=glibc' "$cxx" --host=none thread.cc
refuses 1 'no C\+\+ library: use --host=glibc' "$cc" --host=none -c x.cpp
refuses 1 'no C\+\+ library: use --host=glibc' "$cc" --host=none -c -x c++ thread.c
refuses 1 "'gone' not found: install the package gcc, or set PTHIN_REALCC" \
    env PTHIN_REALCC=gone "$cc" --host=glibc thread.c
refuses 1 "'gone' not found: install the package g\+\+, or set PTHIN_REALCXX" \
    env PTHIN_REALCXX=gone "$cxx" --host=glibc thread.cc

# A machine without musl-tools: only what the driver itself needs is on the path.
mkdir path
for tool in sh readlink cat sed xargs cc gcc as ld; do
    ln -s "$(command -v $tool)" "path/$tool"
done
if [ "$default" = glibc ]; then
    refuses 1 "'musl-gcc' not found: install the package musl-tools" \
        env PATH="$work/path" "$cc" --host=musl thread.c
fi
ok env PATH="$work/path" "$cc" -c thread.c

# The driver itself starts no other program, and becomes the compiler. By another name it has to look where
# it lies, for which it needs coreutils.
mkdir few
ln -s "$(command -v sh)" few/sh
# shellcheck disable=SC2016
printf '#!/bin/sh\necho "$$"\n' >few/compiler
chmod +x few/compiler
straight=$(readlink -f "$cc")
# shellcheck disable=SC2016
ok env PATH="$work/few" PTHIN_REALCC=compiler PTHIN_HOST=glibc \
    sh -c 'echo "$$" && exec "$1" -O2 -c thread.o' sh "$straight"
[ "$(uniq out | wc -l)" = 1 ] || fail "the compiler runs beside the driver: $(cat out)"
ln -s "$cc" by-another-name
refuses 1 'readlink not found: install the package coreutils' \
    env PATH="$work/few" ./by-another-name thread.c
if has_host glibc; then
    ok env PATH="$work/few" "$PTHIN_BIN/pthin-run" /bin/true # needs none of them
fi

# A tree in which no host was built.
mkdir -p bare/bin bare/include/pthin-glibc
cp "$cc" bare/bin
refuses 1 'include/pthin-none is missing: build or install pthin with host none' \
    bare/bin/pthin-cc --host=none thread.c
refuses 1 'libpthin.so is missing: build or install pthin with host glibc' \
    bare/bin/pthin-cc --host=glibc thread.c
if has_host musl-dynamic; then
    mkdir bare/include/pthin-musl
    refuses 1 'libpthin-musl.so is missing: build or install pthin with host musl' \
        bare/bin/pthin-cc --host=musl -dynamic thread.c
fi
# One whose libraries the loader would not find: it takes the colon for the end of a folder.
if has_host glibc; then
    mkdir -p a:b/bin a:b/lib
    cp "$cc" a:b/bin
    : >a:b/lib/libpthin.so
    refuses 1 "a:b/lib: the loader takes no ':' in a library's path" a:b/bin/pthin-cc --host=glibc thread.o
fi
if has_host glibc; then
    cp "$PTHIN_BIN/pthin-run" bare/bin
    refuses 1 'libpthin.so.0 is missing: build or install' bare/bin/pthin-run true
    refuses 2 "unknown tool 'nosuch': there are helgrind, drd and memcheck" \
        "$PTHIN_BIN/pthin-run" --tool=nosuch true
    refuses 2 "unknown tool ''" "$PTHIN_BIN/pthin-run" --tool= true
    refuses 127 'valgrind not found: install the package valgrind' \
        env PATH="$work/few" "$PTHIN_BIN/pthin-run" --tool=drd /bin/true
    refuses 126 'pthin-run: is static; --tool= takes dynamic programs on glibc' \
        "$PTHIN_BIN/pthin-run" --tool=drd "$PTHIN_BIN/pthin-run"
    mkdir -p bare/"$PTHIN_LIBDIR"
    : >bare/"$PTHIN_LIBDIR"/libpthin.so.0
    refuses 1 'valgrind/libpthin.so.0 is missing: build or install' bare/bin/pthin-run --tool=drd /bin/true
    if has_host musl-dynamic; then
        "$cc" --host=musl-dynamic thread.c -o on-musl
        refuses 126 'on-musl: is on musl; --tool= takes' "$PTHIN_BIN/pthin-run" --tool=drd ./on-musl
    fi
fi

# Nothing that could be built.
if "$PTHIN_CMAKE" -S "$PTHIN_SOURCE" -B nothing -DPTHIN_TESTS=OFF -DPTHIN_HOSTS=musl \
    -DPTHIN_MUSL_GCC=/nonesuch >out 2>err || ! grep -q 'No host is left to build' err; then
    fail "configured for no host: $(cat out err)"
fi
says 'Left out: the musl host.*on Alpine: apk add musl-dev' "$PTHIN_CMAKE" -S "$PTHIN_SOURCE" \
    -B little -DPTHIN_TESTS=OFF "-DPTHIN_HOSTS=musl;none" -DPTHIN_MUSL_GCC=/nonesuch -DPTHIN_APK=apk
if [ "$default" = glibc ]; then
    says "Left out: the musl host.*$(command -v gcc) does not find musl's headers: .* another libc" \
        "$PTHIN_CMAKE" -S "$PTHIN_SOURCE" -B little -DPTHIN_TESTS=OFF "-DPTHIN_HOSTS=musl;none" \
        -DPTHIN_MUSL_GCC="$(command -v gcc)"
fi

# What is wrong in other ways is the compiler's to say, with its status.
for arguments in "" "nonesuch.c" "-o" "-funknown-flag thread.c"; do
    # shellcheck disable=SC2086
    if "$cc" $arguments >out 2>err || [ ! -s err ]; then
        fail "accepted: pthin-cc $arguments"
    fi
done
finish
