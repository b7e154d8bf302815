#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""side_by_side.py APPS RUN DATA [--rounds N] NAME...

Programs that others have written, dynamic on musl (APPS/NAME, made by tools/musl-apps), each run as it is
and under RUN, which is pthin-run: both must give the same output, and what the program undoes must be
DATA again, byte for byte; under pthin-run its threads must be pthin's. With --rounds, both are run that
many times, in turn, and their times stand side by side: the median of each, and of the quotients.
"""
import argparse
import hashlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

# What sqlite3 does: sorts and indexes, with threads of its own, more than it may keep in memory.
SQL = """
PRAGMA cache_size=200; PRAGMA temp_store=FILE; PRAGMA threads=4;
CREATE TABLE t(a INTEGER, b TEXT);
WITH RECURSIVE n(i, x) AS (
    SELECT 1, 12345 UNION ALL
    SELECT i + 1, (x * 1103515245 + 12345) & 2147483647 FROM n WHERE i < 300000)
INSERT INTO t SELECT x, printf('%08x-%d', (x * 40503) & 2147483647, i) FROM n;
CREATE INDEX t_b ON t(b);
CREATE INDEX t_a ON t(a, b);
SELECT count(*), sum(a), min(b), max(b) FROM t;
SELECT a, b FROM (SELECT a, b FROM t ORDER BY b || a DESC) LIMIT 1000 OFFSET 150000;
PRAGMA integrity_check;
"""

# Name: what it is run with, what undoes that, and the least number of threads.
PROGRAMS = {
    "pigz": (["-p", "4", "-c", "DATA"], ["-dc"], 4),
    "zstd": (["-q", "-T4", "-6", "-c", "DATA"], ["-q", "-dc"], 4),
    "xz": (["-T4", "-0", "--block-size=2MiB", "-c", "DATA"], ["-T4", "-dc"], 4),
    "lbzip2": (["-n", "4", "-k", "-c", "DATA"], ["-n", "4", "-dc"], 4),
    "plzip": (["-n", "4", "-0", "-B", "1MiB", "-c", "DATA"], ["-n", "4", "-dc"], 4),
    "sqlite3": ([":memory:", SQL], None, 4),
}


class Failed(Exception):
    """One line that says what is wrong."""


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def run(command, output, standard_input=None):
    """Runs it, with its output in a file; returns seconds and what it said on stderr."""
    with open(output, "wb") as out, open(standard_input or os.devnull, "rb") as given:
        began = time.monotonic()
        done = subprocess.run(command, stdin=given, stdout=out, stderr=subprocess.PIPE,
                              timeout=300, check=False)
        seconds = time.monotonic() - began
    said = done.stderr.decode(errors="replace")
    if done.returncode != 0:
        raise Failed(f"{' '.join(command)[:100]}: status {done.returncode}\n{said}")
    return seconds, said


def threads(said):
    """How many threads pthin says that it has created."""
    found = re.findall(r"^pthin: (\d+) threads created$", said, re.M)
    return int(found[-1]) if found else None


def try_program(name, args, work):
    """Checks one program; returns the seconds of its rounds, plain and on pthin, and its threads."""
    arguments, undo, least = PROGRAMS[name]
    program = os.path.join(args.apps, name)
    plain = [program] + [args.data if a == "DATA" else a for a in arguments]
    ours = [args.run, "--stats"] + plain
    times = ([], [])
    for _ in range(args.rounds):
        times[0].append(run(plain, work + "/plain")[0])
        seconds, said = run(ours, work + "/ours")
        times[1].append(seconds)
        created = threads(said)
        if created is None or created < least:
            raise Failed(f"{name}: pthin created {created} threads, not at least {least}")
        if digest(work + "/plain") != digest(work + "/ours"):
            raise Failed(f"{name}: its output on pthin is another than without")
    if undo is None:
        with open(work + "/ours", encoding="utf-8") as file:
            if not file.read().rstrip().endswith("ok"):
                raise Failed(f"{name}: its own check of integrity failed")
    else:
        _, said = run([args.run, "--stats", program] + undo, work + "/undone", work + "/ours")
        if digest(work + "/undone") != digest(args.data):
            raise Failed(f"{name}: what it has packed is unpacked to something else")
        if threads(said) is None:
            raise Failed(f"{name}: pthin was not in use as it unpacked")
    return times[0], times[1], created


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("apps")
    parser.add_argument("run")
    parser.add_argument("data")
    parser.add_argument("names", nargs="+", choices=PROGRAMS)
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    args.run = os.path.abspath(args.run)
    wrong = 0
    if args.rounds > 1:
        print(f"{'':10}{'musl':>8}{'pthin':>8}{'musl/pthin':>12}   threads")
    for name in args.names:
        with tempfile.TemporaryDirectory(prefix="pthin-apps.") as work:
            try:
                plain, ours, created = try_program(name, args, work)
            except (Failed, OSError, subprocess.TimeoutExpired) as error:
                print(f"failed: {error}", file=sys.stderr)
                wrong = 1
                continue
        quotient = statistics.median(a / b for a, b in zip(plain, ours))
        if args.rounds > 1:
            print(f"{name:10}{statistics.median(plain):7.2f}s{statistics.median(ours):7.2f}s"
                  f"{quotient:12.2f}   {created}", flush=True)
        else:
            print(f"{name}: the same output, {created} threads of pthin's")
    return wrong


sys.exit(main())
