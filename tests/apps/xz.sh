#!/bin/sh
# SPDX-License-Identifier: MIT
# xz -T2: small blocks, so that two threads have work both ways.
. "${0%/*}/common.sh"
need xz xz-utils
xz --version >/dev/null 2>&1 || skip "xz is busybox's, which only unpacks (package xz)"

run xz -0 -T2 --block-size=1MiB -c "$PTHIN_DATA" >data.xz
expect_threads 2
xz -T1 -dc data.xz | same "$PTHIN_DATA"

run xz -T2 -dc data.xz >data
same "$PTHIN_DATA" <data
