#!/bin/sh
# SPDX-License-Identifier: MIT
# Perl's interpreter threads: each a copy of the interpreter, with shared variables between them.
. "${0%/*}/common.sh"
need perl perl
perl -Mthreads -e 1 2>/dev/null || skip "this perl has no threads"

run perl "$apps/perl_threads.pl" >report
expect_threads 11
[ "$(cat report)" = "all right" ] || fail "$(cat report)"
