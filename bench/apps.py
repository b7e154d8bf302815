#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""./dev bench apps: programs of others, as they are and on pthin, one after the other, in rounds. The figures
are kept as JSON, for each processor, and shown in docs/benchmarks.md."""
import argparse
import datetime
import fnmatch
import importlib.util
import json
import math
import os
import pathlib
import shutil
import signal
import statistics
import sys
import tempfile
import time

import app_suite
import measure
import report
import run as micro

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent / "build"
KINDS = ("plain", "pthin")


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.exit(2, f"dev bench apps: {message}; ./dev bench apps --help lists the options\n")


def arguments():
    parser = Parser(prog="./dev bench apps", description=__doc__,
                    epilog="A NAME is a program's, or a pattern such as 'musl-*'; none: all of them.")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--quick", action="store_true",
                        help="a quarter of the work and 3 rounds, not kept: shows large differences"
                        " only")
    parser.add_argument("--rounds", type=int, metavar="N", help="how many rounds must count (10)")
    parser.add_argument("--list", action="store_true", help="name the programs, do nothing")
    parser.add_argument("--report", action="store_true",
                        help="measure nothing, write the report from the results that are there")
    parser.add_argument("--check", action="store_true", help=argparse.SUPPRESS)  # the arguments alone
    parser.add_argument("--packages", action="store_true", help=argparse.SUPPRESS)  # name those that are missing
    parser.add_argument("--run", default=BUILD / "bin/pthin-run", help=argparse.SUPPRESS)
    return parser.parse_args()


def chosen(names):
    for name in names:
        if not any(fnmatch.fnmatch(a.name, name) for a in app_suite.APPS):
            raise measure.Failure(f"no program is called '{name}'; ./dev bench apps --list names them")
    return [a for a in app_suite.APPS if not names or any(fnmatch.fnmatch(a.name, n) for n in names)]


def missing(apps):
    """{package: what needs it} of these programs, as far as it is not here."""
    found = {}
    for app in apps:
        for what, package in app.packages.items():
            here = pathlib.Path(what).exists() if what.startswith("/") else shutil.which(what)
            if not here:
                found.setdefault(package, []).append(app.name)
    return found


# ---- Statistics.

def interval(values):
    """The geometric mean of quotients, and where it lies with 95 % (Student's t, of their logarithms)."""
    from scipy import stats  # pylint: disable=import-outside-toplevel # only who measures needs it
    logs = [math.log(v) for v in values]
    low, high = stats.ttest_1samp(logs, 0).confidence_interval(0.95)
    return {"ratio": statistics.geometric_mean(values), "low": math.exp(low), "high": math.exp(high)}


def summary(rounds):
    """rounds: [{kind: Figures}]"""
    return {what: interval([getattr(r["plain"], what) / getattr(r["pthin"], what) for r in rounds])
            for what in ("wall", "cpu")} | {
                "memory": statistics.median(r["pthin"].memory / r["plain"].memory for r in rounds)}


def rounded(value):
    if isinstance(value, dict):
        return {k: rounded(v) for k, v in value.items()}
    return float(f"{value:.5g}")


# ---- Measuring.

def one_round(work, order, cpus):
    """{kind: Figures}, and the share of the CPUs that others had."""
    watch = measure.Watch(cpus)
    began = time.monotonic()
    figures = {kind: app_suite.run(work, kind) for kind in order}
    return figures, watch.others() / ((time.monotonic() - began) * len(cpus))


def measured(app, args, rounds, progress):
    """The record of one program."""
    cpus = sorted(os.sched_getaffinity(0))
    kept = BUILD / "bench/apps"
    kept.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pthin-bench.") as folder:
        progress("getting ready")
        work = app_suite.Work(app, folder, kept, args.quick, args.run)
        if app.prepare:
            app.prepare(work)
        progress("first runs")
        for kind in KINDS:  # plain first: what does not work there either is left out, no failure of pthin
            app_suite.run(work, kind)
        threads = app_suite.threads_of_pthin(work)
        good, bad = [], []
        while len(good) < rounds and len(good) + len(bad) < rounds * 3 // 2:
            progress(f"round {len(good) + 1} of {rounds}" + (f", {len(bad)} dropped" if bad else ""))
            backwards = (len(good) + len(bad)) % 2
            figures, others = one_round(work, KINDS[::-1] if backwards else KINDS, cpus)
            (bad if others > measure.OTHERS else good).append((others, figures))
    bad.sort(key=lambda r: r[0])
    disturbed = rounds - len(good)
    taken = [figures for _, figures in good + bad[:disturbed]]
    record = {"date": datetime.date.today().isoformat(), "libc": app.libc, "threads": threads,
              "dropped": len(bad) - disturbed, "disturbed": disturbed}
    record.update(rounded(summary(taken)))
    record["figures"] = {kind: {what: [rounded(getattr(r[kind], what)) for r in taken]
                                for what in ("wall", "cpu", "memory")} for kind in KINDS}
    return record


def line_of(record):
    def text(what):
        r = record[what]
        return f"{r['ratio']:.3f} ({r['low']:.3f} to {r['high']:.3f})"
    return (f"{record['libc']}  wall {text('wall')}  CPU {text('cpu')}  memory {record['memory']:.2f}" +
            (f"  {record['threads']} threads" if record["threads"] else "") +
            (f"  rounds dropped: {record['dropped']}" if record["dropped"] else "") +
            (f"  kept though disturbed: {record['disturbed']}" if record["disturbed"] else ""))


def keep(name, record):
    """Beside what was measured before of other programs, and on other processors."""
    machine = report.machine()
    file = report.folder(micro.RESULTS, machine) / "apps.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    old = json.loads(file.read_text()) if file.exists() else {"apps": {}}
    old["machine"] = machine
    old["apps"][name] = record
    file.write_text(micro.compact(old) + "\n")


def means(records):
    """A line for each libc: the geometric mean of these programs."""
    for libc, target in app_suite.MEAN.items():
        ratios = [r["wall"]["ratio"] for r in records if r["libc"] == libc]
        if ratios:
            yield f"{libc}: geometric mean {statistics.geometric_mean(ratios):.3f} of {len(ratios)}, to be {target:g}"


def measure_all(apps, args, rounds):
    """False if something went wrong that is not this machine's lack of a program."""
    progress, start, records, failed = micro.Progress(), time.monotonic(), [], False
    progress.lasting("how many times as fast as plain on pthin, by wall clock and by CPU time, with where"
                     " that lies by 95 %;\nmemory: pthin's peak over plain's")
    lacking = {name for names in missing(apps).values() for name in names}
    for n, app in enumerate(apps):
        label = f"[{n + 1}/{len(apps)}] {app.name}"
        try:
            if app.name in lacking:
                packages = [p for p, names in missing([app]).items() if names]
                raise app_suite.LeftOut(f"the package {' and '.join(packages)} is not here")
            record = measured(app, args, rounds,
                              lambda text, label=label: progress.passing(f"{label}: {text}"))
        except app_suite.LeftOut as reason:
            progress.lasting(f"{label:26} left out: {reason}")
            continue
        except measure.Failure as failure:
            progress.lasting(f"{label:26} failed: {failure}")
            failed = True
            continue
        progress.lasting(f"{label:26} {line_of(record)}")
        records.append(record)
        if not args.quick:
            keep(app.name, record)
    for line in means(records):
        progress.lasting(line)
    progress.lasting(f"{time.monotonic() - start:.0f} s")
    return not failed


def main():
    args = arguments()
    apps = chosen(args.names)
    if args.list:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # for a reader that has seen enough, as head
        for app in apps:
            print(f"{app.name:18} {app.libc:6} {app.what}")
        return 0
    least = 3 if args.quick else 6
    rounds = (3 if args.quick else 10) if args.rounds is None else args.rounds
    if rounds < least:
        raise measure.Failure(f"--rounds {rounds}: {least} is the least" +
                              ("" if args.quick else "; --quick takes 3, and keeps nothing"))
    if args.check:
        return 0
    if args.packages:
        print(*missing(apps))
        return 0
    if args.report:
        report.write(micro.RESULTS, BUILD / "bench/bin")
        return 0
    if not importlib.util.find_spec("scipy"):
        raise measure.Failure("scipy is missing (the package python3-scipy); ./dev bench apps installs it")
    if not pathlib.Path(args.run).is_file():
        raise measure.Failure(f"{args.run} is missing; ./dev bench apps builds it")
    well = measure_all(apps, args, rounds)
    if not args.quick:
        report.write(micro.RESULTS, BUILD / "bench/bin")
    return 0 if well else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except measure.Failure as failure:
        sys.exit(f"dev bench apps: {failure}")
    except KeyboardInterrupt:
        sys.exit("\ndev bench apps: interrupted")
