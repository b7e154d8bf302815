#!/bin/sh
# SPDX-License-Identifier: MIT
#
# needed-versions.sh LIBRARY
# The library asks for nothing that came after glibc 2.34, the oldest that we work on, whatever glibc
# and linker it was built with. Versions that are no numbers (GLIBC_ABI_DT_RELR) are demands for a newer
# loader.
set -eu

needs=$(readelf -VW "$1" | awk '/^Version / { needed = /needs/ }
    needed && match($0, /Name: [A-Za-z0-9_.]+/) { print substr($0, RSTART + 6, RLENGTH - 6) }')
case $needs in
*GLIBC_*) ;;
*) echo "$1: readelf names no version of glibc that it needs" && exit 1 ;;
esac
status=0
for version in $needs; do
    case $version in
    GLIBC_[0-9]*)
        newest=$(printf '%s\n' GLIBC_2.34 "$version" | sort -V | tail -n 1)
        [ "$newest" = GLIBC_2.34 ] && continue
        ;;
    GCC_[0-9]*) continue ;; # libgcc_s has had its functions for longer
    esac
    echo "$1 needs $version:"
    nm -D "$1" | grep "@$version" || true
    status=1
done
exit "$status"
