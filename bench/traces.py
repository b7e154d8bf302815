# SPDX-License-Identifier: MIT
"""The system calls of one create and join, from strace, and why each of them is made."""
import collections
import pathlib
import re
import subprocess
import tempfile

import measure
import suite

TRACES = 15  # of each program; the most frequent one is shown

# (who makes the call, what the call looks like, why); the first that fits is taken.
REASONS = (
    ("creator", r"clone3?\(", "Makes the thread. The kernel writes the thread's id into its block for"
     " the creator (`PARENT_SETTID`), and 0 into the same word when the thread is gone"
     " (`CHILD_CLEARTID`): that is what join waits for."),
    ("creator", r"rt_sigprocmask\(SIG_BLOCK", "Before a clone: the thread must not run a handler before"
     " it is set up as the libc's own threads are, and inherits the mask it starts with."),
    ("creator", r"rt_sigprocmask\(SIG_SETMASK", "After a clone: the creator's own mask again."),
    ("creator", r"futex\(.*FUTEX_WAIT.*, 1073741823,", "join, when the thread has not even begun. The word"
     " that the kernel clears holds this number, which is no ID, until the thread writes its own there."),
    ("creator", r"futex\(.*FUTEX_WAIT", "join, when the thread has not ended after a short spin. strace"
     " slows the thread down so much that the spin is hardly ever enough; without it, on two CPUs, there"
     " is mostly no such call. Not private, because the kernel's own wake is not."),
    ("creator", r"madvise\(.*MADV_DONTNEED", "Before a stack goes to the cache, now and then, and if"
     " the thread may have been deep in it: gives those pages back to the kernel."),
    ("thread", r"rseq\(", "glibc's restartable sequences, as in its own threads: `sched_getcpu` reads"
     " from there."),
    ("thread", r"set_robust_list\(", "Where the kernel finds the robust mutexes that a thread holds"
     " when it ends."),
    ("thread", r"rt_sigprocmask\(SIG_SETMASK", "The thread is set up and may have signals: the mask"
     " that its creator had."),
    ("thread", r"rt_sigprocmask\(SIG_BLOCK, ~\[RT", "On the way out: no handler may run in a thread that"
     " the list of threads, and what is freed with it, no longer has. All but the signal by which the"
     " libc reaches every thread for setuid and its like: who sends it waits for an answer."),
    ("thread", r"rt_sigprocmask\(SIG_BLOCK, ~\[\]", "On the way out: no handler may run in a thread that"
     " the list of threads no longer has. With the list locked nobody sends the libc's own signal."),
    ("thread", r"futex\(.*FUTEX_WAKE", "Wakes who waits for the result."),
    ("thread", r"exit\(", "Ends the thread. The kernel clears its id and wakes the joiner."),
)


def reason(who, call):
    for whose, pattern, text in REASONS:
        if whose == who and re.match(pattern, call):
            return text
    return "**Not accounted for.**"


def tidy(line, tids):
    """Without what differs from run to run."""
    line = re.sub(r"\b(%s)\b" % "|".join(tids), "TID", line)
    line = re.sub(r"0x[0-9a-f]{5,}", "0x…", line)
    line = re.sub(r"parent_tid=\[0\]", "parent_tid=[TID]", line)  # it may be gone before strace looks
    return re.sub(r" {2,}= ", " = ", line)


def calls(binary):
    """What the creator does from one clone to the next and what the thread of that clone does, when
    all has been used before: (call, ...), (call, ...)."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["strace", "-ff", "-o", f"{folder}/t", binary, "4"],
                              capture_output=True, text=True, check=False)
        files = {p.suffix[1:]: p.read_text().splitlines() for p in pathlib.Path(folder).iterdir()}
    if done.returncode != 0 or not files:
        raise measure.Failure(f"cannot trace {binary}: {done.stderr.strip()}")
    creator = next(lines for lines in files.values() if lines[0].startswith("execve("))
    clones = [n for n, line in enumerate(creator) if re.match(r"clone3?\(", line)]
    tid = creator[clones[-2]].rsplit(" ", 1)[1]
    thread = [line for line in files[tid] if not line.startswith("+++")]
    return (tuple(tidy(line, files) for line in creator[clones[-2]:clones[-1]]),
            tuple(tidy(line, files) for line in thread))


def usual_calls(binary):
    """What calls() tells most often. A thread may have ended before its creator looks."""
    return collections.Counter(calls(binary) for _ in range(TRACES)).most_common(1)[0][0]


def section(binaries):
    """Tables for each host of pthin, and the numbers of calls of all."""
    counts, parts = [], []
    for implementation, title in suite.IMPLEMENTATIONS.items():
        binary = pathlib.Path(binaries) / implementation / "create_serial"
        creator, thread = usual_calls(binary)
        counts.append(f"| {title} | {len(creator)} | {len(thread)} |")
        if not implementation.startswith("pthin"):
            continue
        parts.append(f"### {title[0].upper()}{title[1:]}\n\n| by | call | why |\n| --- | --- | --- |\n" +
                     "".join(f"| {who} | `{call.replace('|', chr(92) + '|')}` | {reason(who, call)} |\n"
                             for who, lines in (("creator", creator), ("thread", thread))
                             for call in lines))
    return ("| | calls of the creator | of the thread |\n| --- | --- | --- |\n" +
            "\n".join(counts) + "\n\n" + "\n".join(parts))
