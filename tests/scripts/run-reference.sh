#!/bin/sh
# SPDX-License-Identifier: MIT
#
# run-reference.sh REASON COMMAND...
# Runs a test that a libc alone is known to fail (expected-differences.txt). Its failure is reported
# as a skipped test; if it passes after all, this version of the libc is better, and that is fine.
# It must be an error that the test sees: one that crashes a libc or hangs it does not belong into the
# tree as it is (conformance/pthin-alone.h), and fails.
set -u

reason=$1
shift
timeout -k 1 50 "$@"
status=$?
if [ $status -eq 0 ]; then
    echo "passes here, although listed: $reason"
    exit 0
fi
if [ $status -eq 124 ] || [ $status -gt 128 ]; then
    echo "hangs or crashes the libc (status $status): $reason"
    exit 1
fi
echo "differs as expected (status $status): $reason"
exit 77
