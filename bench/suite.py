# SPDX-License-Identifier: MIT
"""What is measured: implementations, places to run in, benchmarks and their targets."""
from dataclasses import dataclass, field, replace

# In the order of a round; every other round runs them backwards.
IMPLEMENTATIONS = {
    "plain-glibc": "glibc",
    "plain-glibc-static": "glibc, static",
    "plain-musl": "musl",
    "pthin-glibc": "pthin on glibc",
    "pthin-musl": "pthin on musl",
    "pthin-none": "pthin, no libc",
    "floor": "raw floor",
}
# Dynamic programs on musl, measured beside each other and nothing else.
DYNAMIC = {
    "plain-musl-dynamic": "musl, dynamic",
    "pthin-musl-dynamic": "pthin on dynamic musl",
}
# The libcs of another system (--peers), each measured beside the one of that kind here.
PEERS = {
    "plain-glibc": "peer-glibc",
    "plain-musl": "peer-musl",
    "plain-musl-dynamic": "peer-musl-dynamic",
}
LOCKS = [i for i in IMPLEMENTATIONS if i != "floor"]
# What takes long leaves out static glibc, which is the same code.
SWEEP = [i for i in LOCKS if i != "plain-glibc-static"]
STARTS = list(IMPLEMENTATIONS)

PLACES = {
    "free": "2 CPUs, the kernel's choice",
    "pinned": "2 CPUs, each thread pinned",
    "one": "1 CPU",
}
# A thread that is created runs where its creator may, so pinning a creator is running on 1 CPU.
UNPINNED = ("free", "one")
ALL = tuple(PLACES)


@dataclass
class Benchmark:
    name: str
    program: str
    arguments: str = ""
    implementations: list = field(default_factory=lambda: LOCKS)
    places: tuple = ALL
    # place -> (times as fast as glibc, as musl), at least; of DYNAMIC: (as musl,)
    targets: dict = field(default_factory=dict)
    # place -> the longest time, in that of the raw floor
    floor: dict = field(default_factory=dict)
    # Which of ours is held against glibc, and which against musl.
    ours: tuple = ("pthin-glibc", "pthin-musl")
    # CPU time per operation, at most, in that of glibc and of musl
    cpu: float = 0
    operations: int = 0  # 0: as many as fill the time
    runs: int = 1  # of the program, by hyperfine, in each round
    sweep: bool = False  # one of many alike, for a matrix or a plot
    quick: bool = True  # also with --quick


def creating(name, program, arguments="", free=None, one=None, floor=None, sweep=False):
    targets = {place: t for place, t in (("free", free), ("one", one)) if t}
    return Benchmark(name, program, arguments, STARTS, ("free",) if sweep else UNPINNED, targets,
                     floor or {}, sweep=sweep, quick=not sweep)


def locking(name, program, arguments="", target=None, **more):
    """A target on 2 CPUs is for pinned threads; on 1 CPU nothing may be slower than a libc."""
    targets = {"one": (0.97, 0.97)}
    if target:
        targets["pinned"] = target
    return Benchmark(name, program, arguments, targets=targets, **more)


MATRIX_THREADS = (2, 4, 8)
MATRIX_INSIDE = (0, 50, 500)
MATRIX_OUTSIDE = (0, 200)
# The geometric mean over the matrix against either libc, and its worst cell.
MATRIX_TARGET = {"two": (1.4, 0.95), "one": (0.97, 0.97)}

PLOT_THREADS = range(1, 9)
PLOT_BATCHES = (1, 2, 4, 8, 16, 32, 64, 100)


def contended_name(threads, inside, outside):
    return f"mutex_contended_t{threads}_cs{inside}_out{outside}"


def contended():
    """The matrix, and what the plot needs beyond it, where the matrix has nothing."""
    cells = [(t, i, o) for t in MATRIX_THREADS for i in MATRIX_INSIDE for o in MATRIX_OUTSIDE]
    more = [(t, 50, 200) for t in PLOT_THREADS if t not in MATRIX_THREADS]
    for cell in cells + more:
        yield Benchmark(
            contended_name(*cell), "mutex_contended", "threads={} cs={} out={}".format(*cell),
            SWEEP, ALL if cell in cells else ("free",),
            {"one": (0.97, 0.97)} if cell in cells else {}, sweep=True,
            quick=cell in ((2, 50, 200), (8, 50, 200)))


BENCHMARKS = [
    creating("create_serial", "create_serial", free=(1.25, 1.7), one=(1.15, 2.2),
             floor={"free": 1.05, "one": 1.05}),
    creating("create_batch8", "create_batch", "batch=8", free=(2.0, 2.6)),
    creating("create_batch100", "create_batch", "batch=100", free=(2.7, 3.0)),
    creating("create_detached", "create_detached", free=(1.7, 4.5)),
    creating("create_two_creators", "create_creators", "creators=2", free=(1.1, 3.5)),
    creating("create_four_creators", "create_creators", "creators=4"),
    creating("create_with_work", "create_serial", "work=50000", free=(1.0, 1.2)),
    *(creating(f"create_batch{n}", "create_batch", f"batch={n}", sweep=True)
      for n in PLOT_BATCHES if n not in (8, 100)),
    *(Benchmark(f"many_threads{suffix}", "many_threads", arguments, SWEEP, ("free",),
                operations=-1)
      for suffix, arguments in (("_64k", "stack=64"), ("_default", ""))),
    Benchmark("startup", "startup", "", LOCKS, UNPINNED, {"free": (3.0, 1.0)},
              ours=("pthin-musl", "pthin-musl"),
              operations=1, runs=40),
    locking("mutex_single", "mutex_single", target=(1.0, 4.0)),
    locking("mutex_uncontended", "mutex_uncontended", "kind=normal", (1.1, 1.1)),
    locking("mutex_recursive", "mutex_uncontended", "kind=recursive", (1.1, 1.3)),
    locking("mutex_errorcheck", "mutex_uncontended", "kind=errorcheck"),
    locking("mutex_robust", "mutex_uncontended", "kind=robust"),
    locking("mutex_inherit", "mutex_uncontended", "kind=inherit"),
    locking("mutex_shared", "mutex_uncontended", "kind=shared"),
    *contended(),
    locking("cond_pingpong", "cond_pingpong", target=(50, 100)),
    locking("cond_pingpong_away", "cond_pingpong", "away=1", (50, 100)),
    locking("cond_queue1", "cond_queue", "room=1", (30, 100)),
    locking("cond_queue64", "cond_queue", "room=64", (2.5, 4)),
    locking("cond_1p4c", "cond_queue", "consumers=4 room=64 put=1000 take=5000", (1.0, 1.2),
            cpu=1.1),
    locking("cond_2p2c", "cond_queue", "producers=2 consumers=2 room=64 put=1000 take=1000",
            (1.0, 1.2), cpu=1.1),
    locking("cond_idle_worker", "cond_idle_worker", "", (1.0, 1.2), cpu=1.1),
    locking("cond_broadcast8", "cond_broadcast", "waiters=8", (1.0, 1.2), cpu=1.1),
    locking("sem_uncontended", "sem_uncontended"),
    locking("sem_pingpong", "sem_pingpong", target=(100, 8)),
    locking("sem_pingpong_away", "sem_pingpong", "away=1", (100, 8)),
    locking("barrier2", "barrier", "threads=2", (50, 1.2)),
    locking("barrier2_away", "barrier", "threads=2 away=1", (50, 1.2)),
    locking("barrier8", "barrier", "threads=8", (1.0, 1.3)),
    locking("rwlock_read", "rwlock", "threads=1 writes=0", (1.08, 1.08)),
    locking("rwlock_write", "rwlock", "threads=1 writes=1", (1.6, 1.1)),
    locking("rwlock_readers2", "rwlock", "threads=2 writes=0", (1.05, 1.05)),
    locking("rwlock_mixed", "rwlock", "threads=2 writes=100", (3, 1.1)),
    locking("getspecific", "getspecific", target=(1.3, 1.0)),
    *(locking(f"timed_past_{on}", "timed_past", f"on={on}", (1.0, 1.0))
      for on in ("cond", "sem", "mutex", "rdlock", "wrlock")),
    locking("keys", "keys", target=(1.0, 1.0)),
    locking("keys_with_values", "keys", "values=1", (1.0, 1.0)),
    locking("schedparam", "thread_info", "what=schedparam", (1.0, 1.0)),
    locking("schedparam_other", "thread_info", "what=schedparam other=1", (1.0, 1.0)),
    locking("getattr", "thread_info", "what=attr", (1.0, 1.0)),
    locking("getattr_other", "thread_info", "what=attr other=1", (1.0, 1.0)),
    locking("mutex_many", "mutex_many", target=(1.0, 1.0)),
    locking("mutex_many_work", "mutex_many", "cs=50 out=50", (1.0, 1.0)),
    locking("once", "once", target=(1.0, 1.0)),
    locking("spin_contended", "spin_contended", "cs=50 out=200", (1.0, 1.0)),
    locking("spin", "spin", target=(1.0, 2.3)),
]


def dynamic(name, target, place="free"):
    """The benchmark of this name, as dynamic programs."""
    static = next(b for b in BENCHMARKS if b.name == name)
    return replace(static, name=f"dynamic_{name}", implementations=list(DYNAMIC), places=(place,),
                   targets={place: (target,)}, floor={}, ours=("pthin-musl-dynamic",), cpu=0,
                   sweep=False)


DYNAMIC_BENCHMARKS = [
    dynamic("startup", 0.9),
    dynamic("create_batch100", 2.3),
    dynamic("create_detached", 4),
    dynamic(contended_name(2, 0, 0), 5),
    dynamic(contended_name(8, 0, 0), 1.8),
    dynamic("cond_pingpong", 90, "pinned"),
    dynamic("sem_pingpong", 25, "pinned"),
]
EVERYTHING = BENCHMARKS + DYNAMIC_BENCHMARKS
EVERY_IMPLEMENTATION = [*IMPLEMENTATIONS, *DYNAMIC, *PEERS.values()]
