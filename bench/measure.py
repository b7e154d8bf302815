# SPDX-License-Identifier: MIT
"""Runs benchmarks with hyperfine, in rounds, and tells which rounds to believe."""
import json
import os
import pathlib
import resource
import shlex
import statistics
import subprocess
import tempfile

TICK = 1 / os.sysconf("SC_CLK_TCK")  # what /proc counts in, in seconds
KTHREADD = 2  # the parent of the kernel's threads


class Failure(Exception):
    """Ends the command with one line."""


def core_of(cpu):
    """Two CPUs with the same answer share their execution units."""
    topology = pathlib.Path(f"/sys/devices/system/cpu/cpu{cpu}/topology")
    try:
        return (topology / "physical_package_id").read_text(), (topology / "core_id").read_text()
    except OSError:
        return cpu


def choose_cpus():
    """place -> CPUs: two cores if there are two."""
    allowed = sorted(os.sched_getaffinity(0))
    if len(allowed) < 2:
        raise Failure("two CPUs are needed, also for what is measured on one, and there is one here:"
                      " look at nproc, and at taskset or the container's cpuset")
    other = next((c for c in allowed if core_of(c) != core_of(allowed[0])), allowed[1])
    return {"free": (allowed[0], other), "pinned": (allowed[0], other), "one": (other,)}


def busy_time(cpus):
    """Seconds that these CPUs were not idle since the system started, or were not given to us."""
    wanted = {f"cpu{c}" for c in cpus}
    ticks = 0
    for line in pathlib.Path("/proc/stat").read_text().splitlines():
        name, *numbers = line.split()
        if name in wanted:
            user, nice, system, _idle, _iowait, irq, softirq, steal = map(int, numbers[:8])
            ticks += user + nice + system + irq + softirq + steal
    return ticks * TICK


def own_time():
    """Seconds that we and those whom we waited for have had."""
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, (
        resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def other_processes_time():
    """Seconds that all other processes have had, with those whom they waited for. Without the
    threads of the kernel, as these also clean up after us."""
    ticks = 0
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        if int(folder.name) not in (os.getpid(), KTHREADD) and int(fields[1]) != KTHREADD:
            ticks += sum(map(int, fields[11:15]))
    return ticks * TICK


class Watch:
    """How much of some CPUs others have had since it was made. Two measures, the lower one counts:
    what the CPUs were busy with beyond our own time, in which is also what the kernel does for us
    unasked, such as to free the stacks of threads; and what other processes had on any CPU."""

    def __init__(self, cpus):
        self.cpus = cpus
        self.start = self.read()

    def read(self):
        return busy_time(self.cpus) - own_time(), other_processes_time()

    def others(self):
        """In seconds. A tick more or less on each CPU is nobody."""
        lower = min(now - then for now, then in zip(self.read(), self.start))
        return max(lower - TICK * len(self.cpus), 0)


def parse_line(line):
    """'create_serial ops=5 ns=1.5' as a dictionary of numbers."""
    return {k: float(v) for k, v in (word.split("=") for word in line.split()[1:])}


class Runner:
    """binaries: the folder that has IMPLEMENTATION/PROGRAM."""

    def __init__(self, binaries, seconds):
        self.binaries = pathlib.Path(binaries)
        self.seconds = seconds  # that one run of a program is to take
        self.cpus = choose_cpus()

    def command(self, benchmark, implementation, place, operations):
        words = [str(self.binaries / implementation / benchmark.program), str(operations)]
        return words + benchmark.arguments.split() + (["pin=1"] if place == "pinned" else [])

    def on(self, place, words):
        return ["taskset", "-c", ",".join(map(str, self.cpus[place]))] + words

    def run_once(self, benchmark, implementation, place, operations):
        words = self.command(benchmark, implementation, place, operations)
        try:
            done = subprocess.run(self.on(place, words), capture_output=True, text=True,
                                  timeout=120, check=False)
        except subprocess.TimeoutExpired:
            raise Failure(f"hangs: {shlex.join(words)}") from None
        if done.returncode != 0:
            raise Failure(f"failed: {shlex.join(words)}: {done.stderr.strip()}")
        return parse_line(done.stdout)

    def calibrate(self, benchmark, implementation, place):
        """How many operations fill the time."""
        if benchmark.operations > 0:
            return benchmark.operations
        operations = 100
        while True:
            fill = self.seconds * 1e9 / self.run_once(benchmark, implementation, place,
                                                      operations)["ns"]
            if operations >= fill / 2:
                break
            # What a few operations take says little about many.
            operations = int(min(fill, operations * 20)) + 1
        digits = len(str(int(fill))) - 2
        return max(int(round(fill, -digits)) if digits > 0 else int(fill), 10)

    def round(self, benchmark, place, operations, order):
        """One run of each: {implementation: figures}, and the share of the CPUs that others had.
        wall and cpu are nanoseconds per operation, of the whole process."""
        commands = [shlex.join(self.command(benchmark, i, place, operations[i])) for i in order]
        with tempfile.NamedTemporaryFile(suffix=".json") as exported:
            words = ["hyperfine", "-N", "--style=none", "--output=inherit",
                     f"--runs={benchmark.runs}", f"--export-json={exported.name}", *commands]
            watch = Watch(self.cpus[place])
            done = subprocess.run(self.on(place, words), capture_output=True, text=True,
                                  check=False)
            others = watch.others()
            if done.returncode != 0:
                raise Failure(f"failed: {shlex.join(words)}: {done.stderr.strip()}")
            results = json.load(exported)["results"]
        lines = [parse_line(line) for line in done.stdout.splitlines()]
        figures = {}
        for n, implementation in enumerate(order):
            result, line = results[n], lines[n * benchmark.runs]
            figures[implementation] = {
                "wall": result["median"] * 1e9 / line["ops"],
                "cpu": (result["user"] + result["system"]) * 1e9 / line["ops"], **line}
        available = sum(sum(r["times"]) for r in results) * len(self.cpus[place])
        return figures, others / available

    def measure(self, benchmark, names, place, rounds, most, progress, alike=()):
        """The record of these implementations in one place. Rounds in which others had the CPUs do
        not count; if after `most` rounds too few do, the least disturbed of the rest count as
        well. alike: groups of names that do the same work, see even_out."""
        operations = {}
        for n, i in enumerate(names):
            progress(f"how much work, {n + 1} of {len(names)}")
            operations[i] = self.calibrate(benchmark, i, place)
        for group in alike:
            even_out(operations, group)
        good, bad = [], []
        while len(good) < rounds and len(good) + len(bad) < most:
            progress(f"round {len(good) + 1} of {rounds}" +
                     (f", {len(bad)} dropped" if bad else ""))
            backwards = (len(good) + len(bad)) % 2
            figures, others = self.round(benchmark, place, operations,
                                         names[::-1] if backwards else names)
            (bad if others > OTHERS else good).append((others, figures))
        bad.sort(key=lambda r: r[0])
        disturbed = rounds - len(good)
        kept = [figures for _, figures in good + bad[:disturbed]]
        return {"operations": operations, "dropped": len(bad) - disturbed, "disturbed": disturbed,
                "figures": {i: {what: [float(f"{r[i][what]:.5g}") for r in kept]
                                for what in kept[0][i]} for i in names}}


def even_out(operations, names):
    """The most that one of them is to do for all, so that the start of a process has the same share
    in each. Who would take ten times as long for that keeps its own."""
    most = max(operations[i] for i in names)
    operations.update((i, most) for i in names if operations[i] * 10 >= most)


# Others had at most this share of the CPUs in a round that counts.
OTHERS = 0.05


def ratios(record, above, below, what="wall"):
    """One for each round; none if one of the two was not measured."""
    figures = record["figures"]
    if above not in figures or below not in figures:
        return []
    pairs = zip(figures[above][what], figures[below][what])
    return [a / b if b else 1 for a, b in pairs]


def median_ratio(record, above, below, what="wall"):
    """The median of the rounds' ratios, or None if one of the two was not measured."""
    values = ratios(record, above, below, what)
    return statistics.median(values) if values else None


def median_of(record, implementation, what="wall"):
    """None if it was not measured."""
    values = record["figures"].get(implementation)
    return statistics.median(values[what]) if values else None
