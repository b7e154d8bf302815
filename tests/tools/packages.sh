#!/bin/sh
# SPDX-License-Identifier: MIT
# What the descriptions of packages say is what the project says.
. "${0%/*}/common.sh"

cd "$PTHIN_SOURCE"
version=$(sed -n 's/^project(pthin VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
soversion=$(sed -n 's/^set(PTHIN_SOVERSION \([0-9]*\))$/\1/p' cmake/library.cmake)
[ -n "$version$soversion" ] || fail "no version in the sources of cmake"

tools/debian-symbols src/host/glibc/exports.txt "$soversion" >"$work/symbols"
diff -u "debian/libpthin$soversion.symbols" "$work/symbols" ||
    fail "tools/debian-symbols writes something else than debian/libpthin$soversion.symbols"
head -n 1 debian/changelog | grep -q "^pthin (${version}[).~+-]" ||
    fail "debian/changelog does not begin with $version"
grep -q "^Package: libpthin$soversion\$" debian/control || fail "debian/control has no libpthin$soversion"
grep -qx "pkgver=$version" packaging/alpine/APKBUILD || fail "the APKBUILD is not of version $version"

# Each line of the lists is of a file that is installed, but for what is not on every system.
"$PTHIN_CMAKE" --install "$PTHIN_BUILD" --prefix "$work/usr" >"$work/installed"
for list in debian/*.install; do
    while read -r pattern; do
        case $pattern in
        usr/include/\*/*) pattern=usr/include/${pattern#usr/include/*/} ;;
        usr/lib/\*/pthin-musl) pattern="usr/$PTHIN_LIBDIR/libpthin-musl.a" ;;
        usr/lib/\*/*) pattern=usr/$PTHIN_LIBDIR/${pattern#usr/lib/*/} ;;
        esac
        case $pattern in
        *pthin-kernel* | *musl* | *libpthin.so* | *glibc* | *valgrind* | *pkgconfig*) continue ;; # not on every system
        esac
        # shellcheck disable=SC2086 # a pattern
        (cd "$work" && ls -d $pattern >/dev/null 2>&1) || fail "$list: nothing is installed as $pattern"
    done <"$list"
done
finish
