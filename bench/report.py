# SPDX-License-Identifier: MIT
"""Writes docs/benchmarks.md and its plots from the results that are there: one folder for each
processor that was measured on."""
import glob
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess

import app_report
from measure import Failure, median_of, median_ratio
import suite
import traces

HERE = pathlib.Path(__file__).resolve().parent
DOCS = HERE.parent / "docs"
HOSTS = ("pthin-glibc", "pthin-musl", "pthin-none")


def said_by(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return (done.stdout + done.stderr).strip()


def word_after(key, text):
    for line in text.splitlines():
        if line.startswith(key):
            return line[len(key):].strip(" \t:")
    return "unknown"


def machine():
    """What the numbers depend on."""
    loader = (glob.glob("/lib/ld-musl-*.so.1") or ["/none"])[0]
    cpuinfo = pathlib.Path("/proc/cpuinfo").read_text()
    return {
        "cpu": word_after("model name", cpuinfo),
        "cpus": os.cpu_count(),
        "virtual": " hypervisor" in cpuinfo,
        "kernel": f"{platform.system()} {platform.release()} {platform.machine()}",
        "glibc": platform.libc_ver()[1],
        "musl": word_after("Version", said_by(loader)),
        "compiler": said_by("gcc", "--version").splitlines()[0],
    }


def processor(m):
    """Its name as a file's: 'Intel(R) Xeon(R) Processor' is intel-xeon-processor."""
    words = re.sub(r"\((R|TM|C)\)", "", m["cpu"]).lower()
    return re.sub(r"[^a-z0-9.]+", "-", words).strip("-")


def folder(results, m):
    return results / processor(m)


def load(results):
    """[(benchmark, what its file holds)], in the suite's order, of those that have one."""
    files = ((b, results / f"{b.name}.json") for b in suite.EVERYTHING)
    return [(b, json.loads(f.read_text())) for b, f in files if f.exists()]


def is_dynamic(benchmark):
    return benchmark in suite.DYNAMIC_BENCHMARKS


def peers_of(loaded):
    """{implementation: 'glibc 2.43'} of those that were measured, in the suite's order. Parts that were
    measured beside another version at another time name both."""
    found = {}
    for _, data in loaded:
        for record in data["places"].values():
            for implementation, version in record.get("peers", {}).items():
                found.setdefault(implementation, set()).add(version)
    return {i: " or ".join(sorted(found[i])) for i in suite.PEERS.values() if i in found}


# ---- Small pieces of Markdown.

def table(head, rows):
    if not rows:
        return "Not measured.\n"
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def ratio_text(ratio):
    if ratio is None:
        return ""
    return f"{ratio:.0f}" if ratio >= 100 else f"{ratio:.1f}" if ratio >= 10 else f"{ratio:.2f}"


def time_text(ns):
    if ns is None:
        return ""
    for limit, divisor, unit in ((1e3, 1, "ns"), (1e6, 1e3, "µs"), (1e9, 1e6, "ms")):
        if ns < limit:
            return f"{ns / divisor:.3g} {unit}" if ns / divisor < 1000 else f"{ns:.0f} {unit}"
    return f"{ns / 1e9:.3g} s"


# ---- Against the targets.

def shortfalls(benchmark, place, record):
    """What misses its target, in words."""
    missed = []
    for n, target in enumerate(benchmark.targets.get(place, ())):
        libc, ours = ("glibc", "musl")[n], benchmark.ours[n]
        peer = suite.PEERS[f"plain-{libc}"]
        for theirs, title in ((f"plain-{libc}", libc), (peer, record.get("peers", {}).get(peer))):
            ratio = median_ratio(record, theirs, ours)
            if ratio is not None and round(ratio, 2) < target:
                missed.append(f"{title}: {ratio_text(ratio)} < {target:g}")
            cpu = median_ratio(record, ours, theirs, "cpu")
            if benchmark.cpu and place != "one" and cpu and round(cpu, 2) > benchmark.cpu:
                missed.append(f"CPU {ratio_text(cpu)} of {title}'s > {benchmark.cpu:g}")
    for host in HOSTS if place in benchmark.floor else ():
        ratio = median_ratio(record, host, "floor")
        if ratio is not None and round(ratio, 2) > benchmark.floor[place]:
            missed.append(f"{suite.IMPLEMENTATIONS[host]} {ratio_text(ratio)} of the floor"
                          f" > {benchmark.floor[place]:g}")
    return missed


def pairs_of(loaded):
    """(the libc, which of ours is held against it) and the head of that column, for each column of
    ratios."""
    peers = peers_of(loaded)
    pairs, heads = [], []
    for ours, host, libcs in (("pthin-glibc", "glibc host", ["glibc"]), ("pthin-musl", "musl host", ["musl"]),
                              ("pthin-none", "no libc", ["glibc", "musl"])):
        for libc in libcs:
            peer = suite.PEERS[f"plain-{libc}"]
            pairs.append((f"plain-{libc}", ours))
            heads.append(f"{host} × {libc}")
            if peer in peers:
                pairs.append((peer, ours))
                heads.append(f"{host} × {peers[peer]}")
    return pairs, heads


def target_text(benchmark, place):
    target = benchmark.targets.get(place)
    text = f"{target[0]:g} / {target[1]:g}" if target else ""
    if place in benchmark.floor:
        text += f", floor {benchmark.floor[place]:g}"
    if benchmark.cpu and place != "one":
        text += f", CPU {benchmark.cpu:g}"
    return text


def verdict(missed, target, record):
    text = "**" + "; ".join(missed) + "**" if missed else "met" if target else ""
    return text + (" (disturbed)" if record["disturbed"] else "")


def targets_table(loaded):
    rows = []
    # Ours on each libc, against that libc here and in the other tree; with no libc against both.
    pairs, heads = pairs_of(loaded)
    for b, data in loaded:
        if b.sweep or b.program == "many_threads" or is_dynamic(b):
            continue
        for place in b.places:
            record = data["places"].get(place)
            if not record:
                continue
            missed = shortfalls(b, place, record)
            target = target_text(b, place)
            rows.append([b.name, place, target,
                         *(ratio_text(median_ratio(record, *pair)) for pair in pairs),
                         verdict(missed, target, record)])
    return table(["benchmark", "on", "target", *heads, ""], rows)


def dynamic_table(loaded):
    rows = []
    peer = suite.PEERS["plain-musl-dynamic"]
    version = peers_of(loaded).get(peer)
    for b, data in loaded:
        for place, (target,) in b.targets.items() if is_dynamic(b) else ():
            record = data["places"].get(place)
            if record:
                ratio = median_ratio(record, peer, "pthin-musl-dynamic")
                rows.append([b.name.removeprefix("dynamic_"), place,
                             *(time_text(median_of(record, i)) for i in suite.DYNAMIC),
                             at_least(median_ratio(record, *suite.DYNAMIC), target),
                             *([at_least(ratio, target)] if version else []),
                             f"{target:g}"])
    return table(["benchmark", "on", *suite.DYNAMIC.values(), "× musl",
                  *([f"× {version}"] if version else []), "target"], rows)


def floor_table(loaded):
    rows = []
    titles = {**suite.IMPLEMENTATIONS, **peers_of(loaded)}
    columns = [i for i in (*HOSTS, "plain-glibc", "peer-glibc", "plain-musl", "peer-musl") if i in titles]
    for b, data in loaded:
        if "floor" not in b.implementations or b.sweep:
            continue
        for place in b.places:
            record = data["places"].get(place)
            if not record:
                continue
            rows.append([b.name, place, time_text(median_of(record, "floor"))] +
                        [ratio_text(median_ratio(record, i, "floor")) for i in columns])
    return table(["benchmark", "on", "floor"] + [titles[i] for i in columns], rows)


# ---- The matrix of contended mutexes.

def matrix_rows(found, place, pairs):
    cells = [(t, i, o) for t in suite.MATRIX_THREADS for i in suite.MATRIX_INSIDE
             for o in suite.MATRIX_OUTSIDE]
    rows, columns = [], [[] for _ in pairs]
    for cell in cells:
        data = found.get(suite.contended_name(*cell))
        record = data and data["places"].get(place)
        if not record:
            continue
        row = [str(cell[0]), f"{cell[1]} ns", f"{cell[2]} ns",
               time_text(median_of(record, "pthin-glibc"))]
        for column, (peer, ours) in zip(columns, pairs):
            ratio = median_ratio(record, peer, ours)
            cpu = median_ratio(record, ours, peer, "cpu")
            if ratio is None: # a cell that was measured without the other tree's libcs
                row.append("")
                continue
            column.append(ratio)
            row.append(f"{ratio_text(ratio)} ({ratio_text(cpu)})")
        rows.append(row)
    return rows, columns


def at_least(ratio, target):
    if ratio is None:
        return ""
    missed = round(ratio, 2) < target
    return f"**{ratio_text(ratio)} < {target:g}**" if missed else ratio_text(ratio)


def matrix_section(loaded):
    found = {b.name: data for b, data in loaded}
    pairs, heads = pairs_of([(b, d) for b, d in loaded if b.program == "mutex_contended"])
    parts = []
    for place, title in suite.PLACES.items():
        rows, columns = matrix_rows(found, place, pairs)
        if not rows:
            continue
        means = [statistics.geometric_mean(c) if c else None for c in columns]
        mean, worst = suite.MATRIX_TARGET["one" if place == "one" else "two"]
        rows.append(["geometric mean", "", "", ""] + [at_least(m, mean) for m in means])
        rows.append(["worst", "", "", ""] + [at_least(min(c, default=None), worst) for c in columns])
        parts.append(f"On {title}:\n\n" +
                     table(["threads", "inside", "outside", "a turn, glibc host"] + heads, rows))
    return "\n".join(parts) or table([], [])


# ---- Many threads.

def many_section(loaded):
    rows = []
    titles = {**suite.IMPLEMENTATIONS, **peers_of(loaded)}
    for b, data in loaded:
        record = data["places"].get("free")
        if b.program != "many_threads" or not record:
            continue
        for i in record["figures"]:
            asked = record["operations"][i]
            made, rss, kernel = (median_of(record, i, f) for f in ("ops", "rss_kib", "kernel_kib"))
            rows.append([
                b.arguments.replace("stack=", "") + " KiB" if b.arguments else "default",
                titles[i],
                f"{made:.0f}" + (f" of {asked}" if made < asked else ""),
                f"{median_of(record, i, 'mappings') / made:.2f}",
                f"{rss / made:.1f}", f"{kernel / made:.1f}", f"{(rss + kernel) / made:.1f}",
                time_text(median_of(record, i, "create_ns")),
                time_text(median_of(record, i, "end_ns"))])
    return table(["stack", "", "threads", "mappings each", "RSS each, KiB", "kernel, KiB",
                  "in all, KiB", "create", "end"], rows)


# ---- Times and CPU.

def times_section(loaded):
    parts = []
    implementations = {}
    peers = peers_of(loaded)
    for i, title in suite.IMPLEMENTATIONS.items():
        implementations[i] = title
        if suite.PEERS.get(i) in peers:
            implementations[suite.PEERS[i]] = peers[suite.PEERS[i]]
    for place, title in suite.PLACES.items():
        rows = []
        for b, data in loaded:
            record = data["places"].get(place)
            if not record or b.program == "many_threads" or is_dynamic(b):
                continue
            rows.append([b.name] + [
                f"{time_text(median_of(record, i))} ({time_text(median_of(record, i, 'cpu'))})"
                if median_of(record, i) else "" for i in implementations])
        if rows:
            parts.append(f"On {title}:\n\n" + table(["benchmark", *implementations.values()], rows))
    return "\n".join(parts)


# ---- Plots.

PLOT = """
set terminal svg size 760,420 font 'sans-serif,12' background rgb 'white'
set output '{output}'
set xlabel '{xlabel}'
set ylabel '{ylabel}'
set key outside right
set grid
set yrange [0:*]
{more}
plot {lines}
"""


COLOURS = dict(zip(suite.IMPLEMENTATIONS, (
    "#d55e00", "#e69f00", "#cc79a7", "#0072b2", "#009e73", "#000000", "#999999")))


def plot(name, xlabel, ylabel, points, more=""):
    """points: implementation -> [(x, y)]"""
    blocks, lines = [], []
    for implementation, values in points.items():
        if not values:
            continue
        block = f"${implementation.replace('-', '_')}"
        blocks.append(block + " << EOD\n" + "".join(f"{x} {y}\n" for x, y in values) + "EOD\n")
        style = "dashtype 2" if implementation.startswith("plain") else "linewidth 2"
        lines.append(f"{block} using 1:2 with linespoints {style} "
                     f"linecolor '{COLOURS[implementation]}' "
                     f"title '{suite.IMPLEMENTATIONS[implementation]}'")
    if lines:
        script = "".join(blocks) + PLOT.format(output=DOCS / name, xlabel=xlabel, ylabel=ylabel,
                                               more=more, lines=", \\\n  ".join(lines))
        done = subprocess.run(["gnuplot"], input=script, capture_output=True, text=True,
                              check=False)
        if done.returncode != 0:
            raise Failure(f"gnuplot cannot make {name}: {done.stderr.strip().splitlines()[-1]}")
    return bool(lines)


def plots(loaded, suffix):
    found = {b.name: data["places"]["free"] for b, data in loaded if "free" in data["places"]}

    def points(implementations, names, scale):
        return {i: [(x, median_of(found[name], i) / scale) for x, name in names if name in found]
                for i in implementations}
    text = ""
    names = [(t, suite.contended_name(t, 50, 200)) for t in suite.PLOT_THREADS]
    if plot(f"benchmarks-contention-{suffix}.svg", "threads", "ns for one turn",
            points(suite.SWEEP, names, 1)):
        text += (f"![Contention](benchmarks-contention-{suffix}.svg)\n\nA mutex that several threads want, "
                 "50 ns inside and 200 ns outside, on 2 CPUs, unpinned.\n\n")
    names = [(n, f"create_batch{n}") for n in suite.PLOT_BATCHES]
    if plot(f"benchmarks-batch-{suffix}.svg", "threads in a batch", "µs for one thread",
            points(suite.STARTS, names, 1000), "set logscale x 2"):
        text += (f"![Batches](benchmarks-batch-{suffix}.svg)\n\nThreads that are created and joined in "
                 "batches, on 2 CPUs, unpinned.\n")
    return text


# ---- The document.

def fill(template, parts):
    text = (HERE / template).read_text()
    for name, part in parts.items():
        text = text.replace(f"@{name}@", part.strip())
    return re.sub("\n{3,}", "\n\n", text) # where a part is empty


def section(loaded, apps):
    """What was measured on one processor."""
    m = loaded[-1][1]["machine"] if loaded else apps["machine"]
    records = [r for _, d in loaded for r in d["places"].values()] or apps["apps"].values()
    dates = sorted(r["date"] for r in records)
    return fill("processor.md.in", {
        "PROCESSOR": re.sub(r"\((R|TM|C)\)", "", m["cpu"]),
        "DATES": dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}",
        "MACHINE": f"{m['cpus']} CPUs{' of a virtual machine' if m['virtual'] else ''}, "
                   f"{m['kernel']}, glibc {m['glibc']}, musl {m['musl']}, {m['compiler']}",
        "TARGETS": targets_table(loaded),
        "DYNAMIC": dynamic_table(loaded),
        "FLOOR": floor_table(loaded),
        "MATRIX": matrix_section(loaded),
        "MANY": many_section(loaded),
        "APPS": app_report.section(apps, table),
        "PLOTS": plots(loaded, processor(m)),
        "TIMES": times_section(loaded),
    })


def write(results, binaries):
    folders = [f for f in sorted(results.iterdir()) if f.is_dir()] if results.exists() else []
    measured = [(load(f), app_report.load(f)) for f in folders]
    measured = [(loaded, apps) for loaded, apps in measured if loaded or apps]
    if not measured:
        return
    DOCS.mkdir(exist_ok=True)
    text = fill("benchmarks.md.in", {
        "TRACES": traces.section(binaries),
        "PROCESSORS": "\n\n".join(section(*m) for m in measured),
    })
    (DOCS / "benchmarks.md").write_text(text)
