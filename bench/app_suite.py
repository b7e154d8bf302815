# SPDX-License-Identifier: MIT
"""The programs of others that ./dev bench apps measures: where they come from, and what they do."""
from dataclasses import dataclass, field
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import time

import measure

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = HERE.parent / "tools"

# At least so many times as fast as plain: each program, and the geometric mean on each libc.
EACH = 0.99
MEAN = {"glibc": 1.02, "musl": 1.15}


class LeftOut(Exception):
    """This program cannot be measured here; one line says why."""


@dataclass
class App:
    """A program. Words of its commands are filled in by Work.words: {data}, {folder}, {out} and what prepare
    has set."""
    name: str
    what: str  # for the table
    command: str  # what is timed
    amount: int  # that it is to do, in full; a quarter of it is for --quick
    packages: dict = field(default_factory=dict)  # command or file -> Debian's package that has it
    mib: int = 0  # of real data, instead of an amount
    prepare: object = None  # called once, with the Work
    server: str = ""  # what runs meanwhile
    ready: str = ""  # succeeds as soon as the server answers
    fill: str = ""  # what the server is given first, not timed
    user: str = ""  # the server's, where root may not be it
    libc: str = "glibc"
    threads: bool = True  # pthin must have created some, by its own count


def broken(how, text):
    """What to raise when something does not work. Plain comes first: what breaks there cannot be measured here,
    and what breaks only on pthin is pthin's failure."""
    return LeftOut(text) if how == "plain" else measure.Failure(f"{how}: {text}")


def ran(words, how="plain", **more):
    """Runs it; one line of what it said if it fails. how: whether pthin has a part in it, as in Work.wrap."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, **more)
    except OSError as error:
        raise broken(how, f"{words[0]}: {error.strerror}") from None
    if done.returncode != 0:
        said = done.stderr.strip() or done.stdout.strip() or f"status {done.returncode}"
        raise broken(how, f"{pathlib.Path(words[0]).name}: {said.splitlines()[-1]}")
    return done.stdout


class Work:
    """What one program needs for its runs. folder: its own, thrown away afterwards; kept: what is kept between
    calls of ./dev bench apps."""

    def __init__(self, app, folder, kept, quick, run):
        self.app = app
        self.folder = pathlib.Path(folder)
        self.kept = pathlib.Path(kept)
        self.set = {"folder": str(folder), "amount": str(app.amount // 4 if quick else app.amount)}
        self.set["small"] = str(max(int(self.set["amount"]) // 100, 1))
        self.run = str(run)  # pthin-run
        if app.mib:
            self.set["data"] = str(self.data(app.mib // 4 if quick else app.mib))

    def data(self, mib):
        """So much of real data."""
        file = self.kept / f"data-{mib}.tar"
        if not file.exists():
            ran([str(TOOLS / "real-data"), str(file), str(mib)])
        return file

    def words(self, text):
        return [word.format(**self.set) for word in shlex.split(text)]

    def wrap(self, how, words):
        """how: plain, pthin, or count, which leaves the number of threads in the file stats. On static musl
        the two are programs of their own."""
        if self.app.libc == "musl":
            kind = "plain" if how == "plain" else "pthin"
            return [str(self.kept / "musl" / kind / "bin" / words[0]), *words[1:]]
        if how == "plain":
            return words
        return [self.run] + ([f"--stats={self.folder}/stats"] if how == "count" else []) + words

    def as_user(self, words):
        if not self.app.user or os.geteuid() != 0:
            return words
        return ["setpriv", f"--reuid={self.app.user}", f"--regid={self.app.user}", "--clear-groups", *words]


# ---- What has to be made first.

def compile_load(*command):
    """A program of ours, in loads/."""
    def prepare(work):
        ran([word.format(loads=HERE / "loads", **work.set) for word in command])
    return prepare


def build_on_musl(work):
    """The program as a static one on musl, twice: with musl's threads and with pthin's. The latter again if
    pthin's library is newer."""
    name = work.app.name.removeprefix("musl-")
    bin_folder = pathlib.Path(work.run).parent
    for kind, compiler in (("plain", "musl-gcc"), ("pthin", bin_folder / "pthin-cc")):
        folder = work.kept / "musl" / kind
        folder.mkdir(parents=True, exist_ok=True)
        (work.kept / "musl/sources").mkdir(exist_ok=True)
        if not (folder / "sources").exists(): # fetched once
            os.symlink("../sources", folder / "sources")
        built = folder / f"built-{name}"
        library = next(bin_folder.parent.glob("lib*/**/libpthin-musl.a"), built)
        if kind == "pthin" and built.exists() and built.stat().st_mtime < library.stat().st_mtime:
            built.unlink()
        ran([str(TOOLS / "musl-apps"), "--static", str(compiler), str(folder), name], kind,
            env={**os.environ, "PTHIN_HOST": "musl"})
    if name == "sqlite3":
        (work.folder / "sql").write_text(SQL.format(**work.set))
        work.set["sql"] = str(work.folder / "sql")


def for_redis(work):
    # The server is in redis-tools as well, under the name of its other job; the package of its own would
    # start a service.
    program = shutil.which("redis-server") or shutil.which("redis-check-rdb")
    os.symlink(program, work.folder / "redis-server")


def for_postgresql(work):
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"),
                   key=lambda p: int(p.parts[4]))
    if not found:
        raise LeftOut("postgres is not installed")
    work.set["bin"] = str(found[-1].parent)
    os.chmod(work.folder, 0o755)
    data = work.folder / "data"
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(work.folder, work.app.user)
        shutil.chown(data, work.app.user)
    ran(work.as_user([work.set["bin"] + "/initdb", "-D", str(data), "-A", "trust", "-U", "postgres",
                      "--no-sync"]), cwd="/")


def for_mariadb(work):
    ran(["mariadb-install-db", "--no-defaults", f"--datadir={work.folder}/data",
         "--auth-root-authentication-method=normal", "--skip-test-db", *(["--user=root"] if os.geteuid() == 0 else [])])


SQL = """
PRAGMA cache_size=200; PRAGMA temp_store=FILE; PRAGMA threads=4;
CREATE TABLE t(a INTEGER, b TEXT);
WITH RECURSIVE n(i, x) AS (
    SELECT 1, 12345 UNION ALL
    SELECT i + 1, (x * 1103515245 + 12345) & 2147483647 FROM n WHERE i < {amount})
INSERT INTO t SELECT x, printf('%08x-%d', (x * 40503) & 2147483647, i) FROM n;
CREATE INDEX t_b ON t(b);
CREATE INDEX t_a ON t(a, b);
SELECT count(*), sum(a), min(b), max(b) FROM t;
SELECT a, b FROM (SELECT a, b FROM t ORDER BY b || a DESC) LIMIT 1000 OFFSET 50;
"""

PACKERS = [
    App("pigz", "packs, 4 threads", "pigz -p 4 -c {data}", 0, {"pigz": "pigz"}, 96),
    App("zstd", "packs, 4 threads", "zstd -q -T4 -6 -c {data}", 0, {"zstd": "zstd"}, 128),
    App("xz", "packs, 4 threads", "xz -T4 -0 --block-size=1MiB -c {data}", 0, {"xz": "xz-utils"}, 32),
    App("lbzip2", "packs, 4 threads", "lbzip2 -n 4 -k -c {data}", 0, {"lbzip2": "lbzip2"}, 32),
]

APPS = [
    *PACKERS,
    App("pbzip2", "packs, 4 threads", "pbzip2 -p4 -k -c {data}", 0, {"pbzip2": "pbzip2"}, 24),
    App("7z", "packs, 4 threads", "7zz a -bd -mx=5 -md=1m -mmt=4 -so -an -txz {data}", 0, {"7zz": "7zip"}, 24),
    App("ffmpeg", "encodes H.264, 4 threads",
        "ffmpeg -v error -f lavfi -i testsrc2=size=640x360:rate=30 -frames:v {amount} -c:v libx264"
        " -preset veryfast -threads 4 -f null -", 400, {"ffmpeg": "ffmpeg"}),
    App("sysbench-threads", "8 threads, 8 mutexes, yields",
        "sysbench threads --threads=8 --events={amount} --time=0 --thread-locks=8 --thread-yields=50 run", 16000,
        {"sysbench": "sysbench"}),
    App("sysbench-mutex", "8 threads, 64 mutexes",
        "sysbench mutex --threads=8 --mutex-num=64 --mutex-locks={amount} --mutex-loops=10 --time=0 run", 400000,
        {"sysbench": "sysbench"}),
    App("openmp", "a grid relaxed, libgomp, 4 threads", "{folder}/openmp {amount}", 20000,
        {"/usr/lib/gcc": "gcc"},
        prepare=compile_load("gcc", "-O2", "-fopenmp", "-o", "{folder}/openmp", "{loads}/openmp.c", "-lm")),
    App("tbb", "sorts and divides work, 4 threads", "{folder}/tbb {amount}", 40,
        {"/usr/include/tbb/task_group.h": "libtbb-dev", "g++": "g++"},
        prepare=compile_load("g++", "-O2", "-std=c++17", "-o", "{folder}/tbb", "{loads}/tbb.cc", "-ltbb")),
    App("jvm", "a queue and a monitor, short threads", "java -XX:+UseSerialGC -cp {folder} Threads {amount}", 40000,
        {"javac": "default-jdk-headless"},
        prepare=compile_load("javac", "-d", "{folder}", "{loads}/Threads.java")),
    App("python", "a queue, hashes, short threads", "/usr/bin/python3 {loads}/threads.py {amount}", 40000,
        {"/usr/bin/python3": "python3"},
        prepare=lambda work: work.set.update(loads=str(HERE / "loads"))),
    App("redis", "2 I/O threads, redis-benchmark with 2",
        "redis-benchmark -s {folder}/socket --threads 2 -c 24 -P 8 -n {amount} -q -t set,get,lpush", 120000,
        {"redis-benchmark": "redis-tools"}, prepare=for_redis,
        server="{folder}/redis-server --port 0 --unixsocket {folder}/socket --io-threads 2"
        " --io-threads-do-reads yes --save '' --appendonly no",
        ready="redis-cli -s {folder}/socket ping"),
    App("memcached", "4 threads, memcslap with 8",
        "memcslap --servers={folder}/socket --concurrency=8 --execute-number={amount} --test=get"
        " --initial-load=1000",
        10000, {"memcached": "memcached", "memcslap": "libmemcached-tools"},
        server="memcached -t 4 -s {folder}/socket -m 64" + (" -u root" if os.geteuid() == 0 else ""),
        ready="memcstat --servers={folder}/socket"),
    App("postgresql", "its processes, pgbench with 4 threads",
        "{bin}/pgbench -n -h {folder} -U postgres -c 8 -j 4 -S -t {amount} postgres", 4000,
        {"/usr/lib/postgresql": "postgresql"}, prepare=for_postgresql, user="postgres",
        server="{bin}/postgres -D {folder}/data -k {folder} -c listen_addresses= -c fsync=off -c autovacuum=off",
        ready="{bin}/psql -h {folder} -U postgres -c '' postgres",
        fill="{bin}/pgbench -q -i -s 1 -h {folder} -U postgres postgres"),
    App("mariadb", "its threads, mariadb-slap with 8",
        "mariadb-slap --no-defaults -uroot -S{folder}/socket --silent -a --concurrency=8"
        " --auto-generate-sql-add-autoincrement --auto-generate-sql-load-type=key"
        " --auto-generate-sql-write-number=200 --auto-generate-sql-execute-number={amount}", 4000,
        {"mariadbd": "mariadb-server-core", "mariadb-slap": "mariadb-client"}, prepare=for_mariadb,
        server="mariadbd --no-defaults --datadir={folder}/data --socket={folder}/socket --skip-networking"
        " --skip-log-bin --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=32M"
        + (" --user=root" if os.geteuid() == 0 else ""),
        ready="mariadb-admin --no-defaults -uroot -S{folder}/socket ping"),
    *(App(f"musl-{a.name}", a.what, a.command, 0, {"musl-gcc": "musl-tools"}, a.mib, build_on_musl, libc="musl")
      for a in PACKERS),
    App("musl-sqlite3", "sorts and indexes, 4 threads", "sqlite3 -init {sql} :memory: .quit", 200000,
        {"musl-gcc": "musl-tools", "tclsh": "tcl"}, prepare=build_on_musl, libc="musl"),
]


# ---- Running.

@dataclass
class Figures:
    """Of one run: seconds, seconds of CPU time, KiB at the most."""
    wall: float
    cpu: float
    memory: float


def end(process, how, patience=20):
    """Waits for a process that was told to end, and for nothing longer than that."""
    try:
        return process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise broken(how, f"{process.args[-1]} does not end when it is told to") from None


def peak_memory(pid):
    """Of the process and of those that are its children now, the largest."""
    peaks = [0]
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if pid in (int(folder.name), parent):
                status = (folder / "status").read_text()
                peaks += [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
        except OSError:
            continue
    return max(peaks)


def last_line(work, file):
    return (["", *(work.folder / file).read_text(errors="replace").strip().splitlines()])[-1]


def timed(work, how, output):
    """The command's run: seconds, KiB. The peak of memory is told by GNU's time, which is small itself: what
    the kernel tells for a child of ours is at least what Python has."""
    memory = work.folder / "memory"
    words = ["time", "-q", "-f", "%M", "-o", str(memory)] + work.wrap(how, work.words(work.app.command))
    with open(work.folder / "said", "wb") as said, open(output, "wb") as out:
        began = time.perf_counter()
        try:
            done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=out, stderr=said, timeout=120,
                                  check=False, cwd=work.folder)
        except subprocess.TimeoutExpired:
            raise measure.Failure(f"{work.app.name}, {how}: hangs: {' '.join(words)}") from None
        wall = time.perf_counter() - began
    if done.returncode != 0:
        raise broken(how, f"{' '.join(words[6:])[:80]}: status {done.returncode}: {last_line(work, 'said')}")
    return wall, float(memory.read_text().split()[-1])


def started(work, how):
    """The server, answering."""
    app = work.app
    with open(work.folder / "server", "wb") as said:
        server = subprocess.Popen(work.as_user(work.wrap(how, work.words(app.server))),
                                  stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd=work.folder)
    until = time.monotonic() + 30
    while subprocess.run(work.words(app.ready), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                         check=False).returncode != 0:
        if server.poll() is not None or time.monotonic() > until:
            server.kill()
            server.wait()
            raise broken(how, f"its server does not answer: {last_line(work, 'server')}")
        time.sleep(0.05)
    return server


def run(work, how, output=os.devnull):
    """One run of a program, and of its server if it has one. The time is the command's, CPU time that of all
    of it, memory the server's."""
    app = work.app
    before = measure.own_time()
    if not app.server:
        wall, memory = timed(work, how, output)
        return Figures(wall, measure.own_time() - before, memory)
    server = started(work, how)
    try:
        if app.fill:
            ran(work.words(app.fill), how)
        wall, _ = timed(work, how, output)
        memory = peak_memory(server.pid)
    finally:
        server.terminate()
        end(server, how)
    return Figures(wall, measure.own_time() - before, memory)


def threads_of_pthin(work):
    """How many the largest of its processes created, by pthin's own count; None on static musl, where the
    program that was built is all there is."""
    file = work.folder / "stats"
    if work.app.libc == "musl":
        return None
    if not file.exists():
        file.touch()
        os.chmod(file, 0o666)
    run(work, "count")
    counts = [int(n) for n in re.findall(r"(\d+) threads created", file.read_text())]
    if work.app.threads and not any(counts):
        raise measure.Failure(f"{work.app.name}: pthin has created no thread in it")
    return max(counts, default=0)
