#!/bin/sh
# SPDX-License-Identifier: MIT
# A compiler that has a new warning builds the library all the same; for developers it is an error.
. "${0%/*}/common.sh"

# A part of the library that is small, as such a compiler would see it.
if has_host musl; then
    echo '#warning a new one' >new.h
    run_cmake() {
        "$PTHIN_CMAKE" "$@" >log 2>&1
    }
    build() {
        run_cmake -S "$PTHIN_SOURCE" -B build -DPTHIN_TESTS=OFF -DCMAKE_C_FLAGS="-include '$work/new.h'" "$@" &&
            run_cmake --build build --target pthin-musl-at-exit-objects
    }
    build || fail "stopped by a warning: $(cat log)"
    grep -q 'warning: #warning a new one' log || fail "the compiler did not warn: $(cat log)"
    if build -DPTHIN_WERROR=ON || ! grep -q 'error: #warning a new one' log; then
        fail "let a warning pass: $(cat log)"
    fi
fi

# The presets of those who work on pthin, and the one for those who only build it. (What cmake -N tells
# of a preset depends on its version.)
python3 - "$PTHIN_SOURCE/CMakePresets.json" >presets <<'EOF' || fail "CMakePresets.json cannot be read"
import json, sys
for preset in json.load(open(sys.argv[1]))["configurePresets"]:
    print(preset["name"], preset["cacheVariables"].get("PTHIN_WERROR"))
EOF
for preset in debug sanitizers aarch64 riscv64 arm x86; do
    grep -q "^$preset ON$" presets || fail "preset $preset: $(grep "^$preset " presets)"
done
grep -q '^release None$' presets || fail "preset $(grep '^release ' presets)"
finish
