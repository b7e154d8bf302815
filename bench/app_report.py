# SPDX-License-Identifier: MIT
"""The part of docs/benchmarks.md about programs of others."""
import json
import statistics

import app_suite


def load(folder):
    """What apps.json of a processor's folder holds, or None."""
    file = folder / "apps.json"
    return json.loads(file.read_text()) if file.exists() else None


def certain(r):
    """The quotient, and where it lies."""
    return f"{r['ratio']:.2f} ({r['low']:.2f}–{r['high']:.2f})"


def judged(r, target):
    """In bold what misses the target, and whether that may be chance."""
    if round(r["ratio"], 2) >= target:
        return certain(r)
    return f"**{certain(r)} < {target:g}**" + (", uncertain" if r["high"] >= target else "")


def seconds(values):
    return f"{statistics.median(values):.2f} s"


def mebibytes(values):
    return f"{statistics.median(values) / 1024:.0f}"


def rows(apps, libc):
    for app in app_suite.APPS:
        record = apps.get(app.name)
        if app.libc != libc or not record:
            continue
        plain, pthin = record["figures"]["plain"], record["figures"]["pthin"]
        yield [app.name.removeprefix("musl-"), app.what, seconds(plain["wall"]), seconds(pthin["wall"]),
               judged(record["wall"], app_suite.EACH), certain(record["cpu"]),
               f"{mebibytes(plain['memory'])} / {mebibytes(pthin['memory'])}",
               str(record["threads"]) if record["threads"] else "",
               "disturbed" if record["disturbed"] else ""]


def section(data, table):
    """table: what makes a table of a head and rows"""
    if not data:
        return ""
    apps, parts = data["apps"], ["### Programs of others"]
    dates = sorted(r["date"] for r in apps.values())
    parts.append(f"Measured {dates[0] if dates[0] == dates[-1] else f'{dates[0]} to {dates[-1]}'}.")
    for libc, title in (("glibc", "Programs of the system on glibc, plain and under `pthin-run`:"),
                        ("musl", "Static programs, with musl alone and with pthin:")):
        found = list(rows(apps, libc))
        if not found:
            continue
        mean = statistics.geometric_mean(r["wall"]["ratio"] for r in apps.values() if r["libc"] == libc)
        target = app_suite.MEAN[libc]
        text = f"{mean:.2f}" if round(mean, 2) >= target else f"**{mean:.2f} < {target:g}**"
        found.append(["geometric mean", "", "", "", text, "", "", "", ""])
        parts.append(f"{title}\n\n" + table(
            ["program", "what it does", "plain", "pthin", "× plain", "CPU time × plain", "peak, MiB", "threads", ""],
            found))
        left_out = [a.name.removeprefix("musl-") for a in app_suite.APPS if a.libc == libc and a.name not in apps]
        if left_out:
            parts.append(f"Not measured here: {', '.join(left_out)}.")
    return "\n\n".join(parts)
