#!/bin/sh
# SPDX-License-Identifier: MIT
# pigz: compresses in four threads, decompresses with its reader and writer threads.
. "${0%/*}/common.sh"
need pigz pigz

run pigz -p 4 -c "$PTHIN_DATA" >data.gz
expect_threads 4
gzip -dc data.gz | same "$PTHIN_DATA"

run pigz -dc data.gz >data
expect_threads 1
same "$PTHIN_DATA" <data
