#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""./dev bench: measures what was asked for, keeps it as JSON, and writes docs/benchmarks.md."""
import argparse
import datetime
import fnmatch
import json
import pathlib
import shutil
import signal
import sys
import time

import against
import measure
import peers
import report
import suite

HERE = pathlib.Path(__file__).resolve().parent
RESULTS = HERE / "results"


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"dev bench: {message}; ./dev bench --help lists the options\n")


def arguments():
    parser = Parser(prog="./dev bench", description=__doc__,
                    epilog="A NAME is a benchmark's, its program's, or a pattern such as 'cond_*';"
                    " none: all of them.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--quick", action="store_true",
                        help="few and short rounds, not kept: shows large differences only")
    parser.add_argument("--on", choices=suite.PLACES, action="append",
                        help="only in this place: " +
                        "; ".join(f"{k}: {v}" for k, v in suite.PLACES.items()))
    parser.add_argument("--rounds", type=int, metavar="N", help="how many rounds must count (9)")
    parser.add_argument("--against", metavar="DIR", action="append", default=[],
                        help="measure another build of pthin as well, in the same rounds on each"
                        " host, and tell old/new for each benchmark and in the geometric mean; DIR"
                        " is its build directory, or where it was installed; several are allowed")
    parser.add_argument("--only-pthin", action="store_true",
                        help="with --against: leave out the libcs and the raw floor, which"
                        " takes about half the time; nothing is kept")
    parser.add_argument("--peers", metavar="DIR",
                        help="measure the glibc and the musl in the tree of another Debian as well, in"
                        " the same rounds; ./dev peers makes such a tree")
    parser.add_argument("--list", action="store_true", help="name the benchmarks, do nothing")
    parser.add_argument("--report", action="store_true",
                        help="measure nothing, write the report from the results that are there")
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS) # the arguments alone
    parser.add_argument("--binaries", default=HERE.parent / "build/bench/bin",
                        help=argparse.SUPPRESS)
    return parser.parse_args()


def is_called(benchmark, name):
    return any(fnmatch.fnmatch(n, name) for n in (benchmark.name, benchmark.program))


def chosen(names):
    for name in names:
        if not any(is_called(b, name) for b in suite.EVERYTHING):
            raise measure.Failure(f"no benchmark is called '{name}'; ./dev bench --list names them")
    return [b for b in suite.EVERYTHING if not names or any(is_called(b, n) for n in names)]


def most_threads():
    """As many as the kernel allows, less a few that others may need meanwhile."""
    limits = [int(pathlib.Path("/proc/sys/kernel", f).read_text())
              for f in ("pid_max", "threads-max")]
    running = int(pathlib.Path("/proc/loadavg").read_text().split()[3].split("/")[1])
    return min(limits) - running - 512


class Progress:
    """One line that is written over on a terminal; elsewhere only what stays."""

    def __init__(self):
        self.terminal = sys.stdout.isatty()

    def passing(self, text):
        if self.terminal:
            print(f"\r\033[K{text}", end="", flush=True)

    def lasting(self, text):
        print(("\r\033[K" if self.terminal else "") + text, flush=True)


# What summary's lines mean, said before the first.
LEGEND = ("glibc, musl: how many times as fast as that libc pthin is on it, and pthin's time per operation\n"
          "none/glibc, none/musl: the same of pthin with no libc; of the floor: its time over that of the"
          " bare system calls")


def summary(record):
    """A line for the terminal: pthin against each libc on the host that is that libc."""
    parts = []
    ratio = measure.median_ratio(record, *suite.DYNAMIC)
    if ratio:
        parts.append(f"dynamic musl {ratio:.2f}x"
                     f" ({measure.median_of(record, 'pthin-musl-dynamic'):.5g} ns)")
    ratio = measure.median_ratio(record, "peer-musl-dynamic", "pthin-musl-dynamic")
    if ratio:
        parts.append(f"{record['peers']['peer-musl-dynamic']} {ratio:.2f}x")
    for libc in ("glibc", "musl"):
        ratio = measure.median_ratio(record, f"plain-{libc}", f"pthin-{libc}")
        ns = measure.median_of(record, f"pthin-{libc}")
        if ratio:
            parts.append(f"{libc} {ratio:6.2f}x ({ns:.5g} ns)")
        peer = suite.PEERS[f"plain-{libc}"]
        ratio = measure.median_ratio(record, peer, f"pthin-{libc}")
        if ratio:
            parts.append(f"{record['peers'][peer]} {ratio:.2f}x")
    for peer in ("glibc", "musl"):
        ratio = measure.median_ratio(record, f"plain-{peer}", "pthin-none")
        if ratio:
            parts.append(f"none/{peer} {ratio:6.2f}x")
    ratio = measure.median_ratio(record, "pthin-none", "floor")
    if ratio:
        parts.append(f"none {ratio:.2f} of the floor")
    if record["dropped"]:
        parts.append(f"rounds dropped: {record['dropped']}")
    if record["disturbed"]:
        parts.append(f"kept though disturbed: {record['disturbed']}")
    return "  ".join(parts)


def compact(value, indent=""):
    """JSON with a line for each entry of a dictionary, but lists and what is innermost in one."""
    if not isinstance(value, dict) or not any(isinstance(v, (dict, list)) for v in value.values()):
        return json.dumps(value)
    inner = indent + " "
    entries = (f"{inner}{json.dumps(k)}: {compact(v, inner)}" for k, v in value.items())
    return "{\n" + ",\n".join(entries) + "\n" + indent + "}"


def keep(benchmark, place, record):
    """Beside what was measured before in other places, and on other processors."""
    machine = report.machine()
    file = report.folder(RESULTS, machine) / f"{benchmark.name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    old = json.loads(file.read_text()) if file.exists() else {"places": {}}
    old.update(benchmark=benchmark.name, program=benchmark.program,
               arguments=benchmark.arguments, machine=machine)
    record["date"] = datetime.date.today().isoformat()
    old["places"][place] = record
    file.write_text(compact(old) + "\n")


def without_others(record):
    """What other builds took is not this tree's to keep."""
    return {**record, **{part: {i: v for i, v in record[part].items()
                                if i in suite.EVERY_IMPLEMENTATION}
                         for part in ("operations", "figures")}}


def main():
    args = arguments()
    benchmarks = chosen(args.names)
    if args.only_pthin and not args.against:
        raise measure.Failure("--only-pthin goes with --against")
    if args.only_pthin and args.peers:
        raise measure.Failure("--peers measures other libcs, and --only-pthin leaves all libcs out")
    others = [against.Build(n + 1, text) for n, text in enumerate(args.against)]
    tree = peers.Peers(args.peers, args.binaries) if args.peers else None
    if args.list:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL) # for a reader that has seen enough, as head
        for b in benchmarks:
            print(f"{b.name:32} {b.program} {b.arguments}")
        return
    rounds = (3 if args.quick else 9) if args.rounds is None else args.rounds
    least = 1 if args.quick else 9
    if rounds < least:
        raise measure.Failure(f"--rounds {rounds}: {least} is the least" +
                              ("" if args.quick else "; --quick takes 3, and keeps nothing"))
    places = args.on or suite.ALL
    if args.quick and not args.names:
        benchmarks = [b for b in benchmarks if b.quick]
    if args.only_pthin: # a shared library for musl is not compared with another build's
        benchmarks = [b for b in benchmarks if b not in suite.DYNAMIC_BENCHMARKS]
    work = [(b, p) for b in benchmarks for p in b.places if p in places]
    if not work:
        raise measure.Failure("nothing of that is measured there: a thread that is created inherits"
                              " where its creator is pinned")
    if not args.report:
        measure.choose_cpus()
    if args.check:
        return
    for tool in ("hyperfine", "taskset", "strace", "gnuplot"):
        if not shutil.which(tool):
            raise measure.Failure(f"{tool} is missing; ./dev bench installs it")
    if not pathlib.Path(args.binaries).is_dir():
        raise measure.Failure(f"{args.binaries} is missing; ./dev bench builds it")
    if args.report:
        report.write(RESULTS, args.binaries)
        return
    kept = not (args.quick or args.only_pthin)
    runner = measure.Runner(args.binaries, 0.025 if args.quick else 0.12)
    progress, start = Progress(), time.monotonic()
    programs = {b.program for b, _ in work}
    for other in others:
        progress.passing(f"compiling the benchmarks for {other.text}")
        other.make(programs, HERE, pathlib.Path(args.binaries))
    if tree:
        progress.passing(f"compiling the benchmarks for {tree}")
        tree.make(programs, HERE)
        progress.lasting(f"{args.peers}: {tree}")
    comparisons = [against.Comparison(other) for other in others]
    if not args.only_pthin:
        progress.lasting(LEGEND)
    if comparisons:
        progress.lasting("old/new: the other build's time over this tree's, on each host")
    for n, (b, place) in enumerate(work):
        if b.operations < 0:
            b.operations = 1000 if args.quick else most_threads()
        label = f"[{n + 1}/{len(work)}] {b.name}, {place}"
        names = list(against.implementations(b.implementations, others, args.only_pthin))
        names = list(tree.behind(names)) if tree else names
        record = runner.measure(b, names, place, rounds, rounds + 1 if args.quick else 3 * rounds,
                                lambda text, label=label: progress.passing(f"{label}: {text}"),
                                against.alike(names, others))
        if tree:
            record["peers"] = tree.said(names)
        progress.lasting(f"{label:48} {summary(record)}")
        for comparison in comparisons:
            line = comparison.add(f"{b.name}, {place}", record)
            if line:
                progress.lasting(line)
        if kept:
            keep(b, place, without_others(record))
    for comparison in comparisons:
        for line in comparison.end():
            progress.lasting(line)
    progress.lasting(f"{time.monotonic() - start:.0f} s")
    if kept:
        report.write(RESULTS, args.binaries)


if __name__ == "__main__":
    try:
        main()
    except measure.Failure as failure:
        sys.exit(f"dev bench: {failure}")
    except KeyboardInterrupt:
        sys.exit("\ndev bench: interrupted")
