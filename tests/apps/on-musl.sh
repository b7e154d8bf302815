#!/bin/sh
# SPDX-License-Identifier: MIT
#
# on-musl.sh COMPILER FOLDER DATA NAME...: programs as dynamic ones on musl, built in FOLDER, beside
# themselves under pthin-run. PTHIN_BIN is where that is.
set -eu

here=$(cd "${0%/*}" && pwd)
compiler=$1
folder=$2
data=$3
shift 3
command -v python3 >/dev/null || {
    echo "skipped: python3 is not installed"
    exit 77
}
"$here/../../tools/musl-apps" "$compiler" "$folder" "$@"
exec python3 "$here/side_by_side.py" "$folder/bin" "$PTHIN_BIN/pthin-run" "$data" "$@"
