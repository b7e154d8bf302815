# SPDX-License-Identifier: MIT
"""Other builds of pthin, measured beside this one: their programs, and old/new.

The same sources are compiled by the other build's pthin-cc, for each host, with the compiler and the
options that CMake left in flags.txt for this build."""
import concurrent.futures
import os
import pathlib
import statistics
import subprocess
import tempfile

import measure

HOSTS = ("glibc", "musl", "none")
# Below this, old/new says that this build is slower.
SLOWER = 0.98


def new_name(host):
    return f"pthin-{host}"


class Build:
    """directory: a build tree or where one was installed; text: how the user named it."""

    def __init__(self, number, text):
        self.number = number
        self.text = text
        self.cc = pathlib.Path(text).resolve() / "bin/pthin-cc"
        if not pathlib.Path(text).is_dir():
            raise measure.Failure(f"--against {text}: there is no such directory")
        if not self.cc.is_file():
            raise measure.Failure(
                f"--against {text}: not a build of pthin, bin/pthin-cc is missing; in its sources:"
                f" cmake -S . -B DIR -DPTHIN_TESTS=OFF && cmake --build DIR")
        with tempfile.TemporaryDirectory() as folder:
            source = pathlib.Path(folder, "program.c")
            source.write_text("int main(void) { return 0; }\n")
            for host in HOSTS:
                self.compile(host, source, pathlib.Path(folder, "program"), [], {})

    def old_name(self, host):
        return f"against{self.number}-{host}"

    def compile(self, host, source, program, flags, environment):
        words = [str(self.cc), f"--host={host}", *flags, "-o", str(program), str(source)]
        done = subprocess.run(words, capture_output=True, text=True, check=False,
                              env={**os.environ, **environment})
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
            said = next((line for line in lines if "error:" in line), lines[-1])
            raise measure.Failure(f"--against {self.text}: cannot compile {source.name}"
                                  f" for host {host}: {said}")

    def make(self, programs, sources, binaries):
        """Into the folders where the runner looks for implementations, always anew: what is there
        may be another build's."""
        file = binaries.parent / "flags.txt"
        if not file.is_file():
            raise measure.Failure(f"{file} is missing; ./dev bench makes it")
        compiler, *flags = file.read_text().splitlines()
        jobs = []
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for host in HOSTS:
                folder = binaries / self.old_name(host)
                folder.mkdir(exist_ok=True)
                jobs += [pool.submit(self.compile, host, sources / f"{p}.c", folder / p, flags,
                                     {"PTHIN_REALCC": compiler}) for p in sorted(programs)]
            for job in jobs:
                job.result()


def implementations(names, builds, only_pthin):
    """What is measured: each build's implementation stands right behind ours of that host, so that
    in a round little time passes between the two."""
    for name in names:
        host = name.removeprefix("pthin-")
        if host in HOSTS:
            yield name
            yield from (b.old_name(host) for b in builds)
        elif not only_pthin:
            yield name


def alike(names, builds):
    """The groups of names that are one host's."""
    hosts = [h for h in HOSTS if new_name(h) in names]
    return [[new_name(h), *(b.old_name(h) for b in builds)] for h in hosts] if builds else []


class Comparison:
    """What the records say of one other build."""

    def __init__(self, build):
        self.build = build
        self.ratios = {host: [] for host in HOSTS}
        self.slower = []

    def add(self, label, record):
        """The line for one benchmark in one place; none if the other build has no part in it."""
        words = []
        for host in HOSTS:
            old, new = self.build.old_name(host), new_name(host)
            ratio = measure.median_ratio(record, old, new)
            if ratio is None:
                continue
            self.ratios[host].append(ratio)
            words.append(f"{host} {ratio:.3f}")
            if ratio < SLOWER:
                words[-1] += f" < {SLOWER}"
                rounds = measure.ratios(record, old, new)
                self.slower.append(f"{label}, {host}: {ratio:.3f}, in single rounds"
                                   f" {min(rounds):.3f} to {max(rounds):.3f}"
                                   + (" (disturbed)" if record["disturbed"] else ""))
        return words and "    old/new  " + "  ".join(words) + f"  ({self.build.text})"

    def end(self):
        """The last lines. A geometric mean, as 2 and 1/2 make 1."""
        means = [f"{host} {statistics.geometric_mean(ratios):.3f}"
                 for host, ratios in self.ratios.items() if ratios]
        every = [r for ratios in self.ratios.values() for r in ratios]
        if not every:
            yield f"{self.build.text}: has no part in these"
            return
        yield (f"{self.build.text}: geometric mean of old/new: {'  '.join(means)}"
               f"  all {statistics.geometric_mean(every):.3f}, of {len(every)} ratios")
        yield (f"below {SLOWER}: {len(self.slower)} of them" if self.slower
               else f"none of them is below {SLOWER}")
        yield from ("    " + line for line in self.slower)
