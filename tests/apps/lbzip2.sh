#!/bin/sh
# SPDX-License-Identifier: MIT
# lbzip2: parallel both ways. It ends without exit(), so its threads are shown by its bindings.
. "${0%/*}/common.sh"
need lbzip2 lbzip2

head -c 8388608 "$PTHIN_DATA" >part
log_bindings
run lbzip2 -n 4 -c part >part.bz2
run lbzip2 -n 4 -dc part.bz2 >back
expect_bound lbzip2
same part <back
lbzip2 -dc part.bz2 | same part
