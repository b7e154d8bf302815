#!/bin/sh
# SPDX-License-Identifier: MIT
# zstd -T2: two workers; small jobs, so that both have many.
. "${0%/*}/common.sh"
need zstd zstd

run zstd -q -T2 -B1MiB -c "$PTHIN_DATA" >data.zst
expect_threads 2
zstd -q -dc data.zst | same "$PTHIN_DATA"

run zstd -q -dc data.zst >data
same "$PTHIN_DATA" <data
