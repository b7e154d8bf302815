# SPDX-License-Identifier: MIT
"""For gdb (13 and later): print a lock of pthin's, and see who has it and who waits.

    (gdb) print mutex
    $1 = {held by thread 3 "worker" (LWP 1234), 2 waiting, recursive}

gdb loads it with libpthin.so where both are installed. For a static program: `source` this file.
`print/r` shows the words as they are. Where the program's locks are not pthin's, nothing changes.

The words are those of src/pthread/*/*.h, which say what each bit means. Fields and bits have the names that
they have there; the test debug/gdb-layout compares the numbers.
"""
import re

import gdb
import gdb.printing

# struct.field: where it lies on 64 bits, and on 32.
OFFSETS = {
    "mutex.word": (0, 0),
    "mutex.count": (4, 4),
    "mutex.owner": (8, 8),
    "mutex.waiting": (14, 18),
    "mutex.kind": (16, 12),
    "cond.word": (0, 0),
    "cond.ranked": (16, 16),
    "cond.forks": (32, 28),
    "cond_shared.waiters": (20, 20),
    "cond_shared.armed": (28, 28),
    "cond_shared.mark": (36, 44),
    "cond_shared.seq": (44, 36),
    "sem.word": (0, 0),
    "sem.sharing": (8, 8),
    "barrier.count": (8, 12),
    "barrier.left": (16, 16),
    "rwlock.owner": (0, 12),
    "rwlock.shared": (52, 28),
}
# The words of 64 bits that have a field of their own on 64 bits only.
WIDE = {"barrier.word": 0, "rwlock.word": 24}

MUTEX_TYPE = 0x03
MUTEX_ROBUST = 0x10
MUTEX_INHERIT = 0x20
MUTEX_PROTECT = 0x40
MUTEX_SHARED = 0x80
MUTEX_CEILING = 0xFF0000
CEILING_SHIFT = 16
MUTEX_DEAD = -1
WORD_FREE = 0
WORD_SLEEP = 2
OWNER_INCONSISTENT = 0x7FFFFFFF
OWNER_NOT_RECOVERABLE = 0x7FFFFFFE
ROBUST_TID_MASK = 0x3FFFFFFF
ROBUST_OWNER_DIED = 0x40000000
ROBUST_WAITERS = 0x80000000
TICKET = 4
COND_FLAGS = 3
COND_REQUEUE = 1
RANKED_GRANTS = 0xFFF
FORKS_BUSY = 0x80000000
SHARED_MARK = 0x80000000
SHARED_UNSURE = 0x80000000
SHARED_MANY = 0x40000000
SEM_SHARED = 0x80
VALUE_MOST = 0x7FFFFFFF
BARRIER_ROUND = 2
BARRIER_FORK = 56
BARRIER_COUNT = 0x7FFFFFFF
BARRIER_SHARED = 0x80000000
RWLOCK_READERS = 0xFFFFFF
RWLOCK_READERS_SLEEP = 1 << 24
RWLOCK_WRITTEN = 1 << 25
RWLOCK_LIBC = 1 << 32
RWLOCK_WRITER = 1 << 33
RWLOCK_WRITERS = 0x3FFFFF << 33
RWLOCK_FORK_SHIFT = 55
ONCE_RUNNING = 1
ONCE_DONE = 2
ONCE_SLEEPERS = 4
ONCE_FORK = 8

# Of these functions a static program that can wait at a lock of pthin's, or wake who waits, has one, and no other
# program has any. Most have the first; the others are for programs that call little else than what they belong to.
ONLY_PTHIN = ("futex_wait_by", "sem_wake_one", "pthread_rwlock_tryrdlock_slow", "pthread_rwlock_trywrlock_slow",
              "pthread_spin_lock_slow",
              "pthread_spin_lock_slow.isra.0")  # gcc 14 changes how it is called, and its name


class Unreadable(Exception):
    """Why a lock is shown as gdb shows it by itself."""


def symbol(expression):
    """Its value, or None if the program has no such symbol."""
    try:
        return int(gdb.parse_and_eval(expression))
    except (gdb.error, OverflowError):
        return None


def in_charge():
    """Whether the locks of the program are pthin's. Those of a dynamic program are if pthin was loaded
    before the libc; loaded later, with a plugin, it leaves the program's calls to the libc."""
    libc = False
    for objfile in gdb.objfiles():
        name = (objfile.filename or "").rpartition("/")[2]
        if re.match(r"libpthin(-musl)?\.so", name):
            return "musl" in name or not libc
        # musl's is the loader as well, which a debugger sees first.
        libc = libc or bool(re.match(r"libc[.-].*so|libpthread[.-]|ld-musl", name))
    return not libc and any(symbol(f"(long)&'{name}'") for name in ONLY_PTHIN)


def forks():
    """How many forks this process comes after; None where pthin's symbols were stripped."""
    return symbol("*(unsigned int *)&fork_generation")


def thread(tid):
    for one in gdb.selected_inferior().threads():
        if tid == one.ptid[1]:
            number = f"{one.inferior.num}.{one.num}" if len(gdb.inferiors()) > 1 else one.num
            name = f' "{one.name}"' if one.name else ""
            return f"thread {number}{name} (LWP {tid})"
    return f"LWP {tid}, which is no thread of this process"


def asleep(address):
    """How many threads of a live process sleep in the kernel on the futex word at address. None: it is not
    known, as in a core file or with a remote target."""
    inferior = gdb.selected_inferior()
    connection = getattr(inferior, "connection", None)
    if connection is None or connection.type != "native":
        return None
    count = 0
    for one in inferior.threads():
        try:
            with open(f"/proc/{one.ptid[1] or one.ptid[0]}/syscall", encoding="ascii") as file:
                words = file.read().split()
        except OSError:
            return None
        # number, arguments: of futex the word's address and the operation
        count += len(words) > 3 and int(words[1], 16) == address
    return count


class Lock:
    """The memory of a lock."""

    def __init__(self, value):
        if value.address is None:
            raise Unreadable("in no memory")
        self.address = int(value.address)
        self.size = value.type.sizeof
        self.wide = gdb.lookup_type("void").pointer().sizeof == 8

    def read(self, offset, size):
        memory = gdb.selected_inferior().read_memory(self.address + offset, size)
        return int.from_bytes(bytes(memory), "little")

    def word(self, field, size=4):
        return self.read(OFFSETS[field][0 if self.wide else 1], size)

    def wide_word(self, field):
        """The address of a word of 64 bits, and what is in it."""
        offset = WIDE[field] if self.wide else -self.address % 8
        return self.address + offset, self.read(offset, 8)

    def align(self):
        """For what begins at the first multiple of 8."""
        self.address += -self.address % 8

    def waiting(self, address, marked, shared=False):
        """For words that have a mark for sleepers only."""
        if not marked:
            return None
        count = asleep(address)
        if count is None or (shared and not count):
            return "others may wait"
        # Of a process of its own, none: they have been woken.
        return f"{count} waiting" + (" in this process" if shared else "") if count else None


def mutex(lock):
    kind = lock.word("mutex.kind")
    if kind == MUTEX_DEAD % 2**32:
        return ["destroyed"]
    known = MUTEX_TYPE | MUTEX_ROBUST | MUTEX_INHERIT | MUTEX_PROTECT | MUTEX_SHARED | MUTEX_CEILING
    if kind & ~known:
        raise Unreadable(f"as a kind of {kind:#x} is none of pthin's")
    word, owner = lock.word("mutex.word"), lock.word("mutex.owner")
    said = []
    if kind & (MUTEX_ROBUST | MUTEX_INHERIT):
        tid, died = word & ROBUST_TID_MASK, word & ROBUST_OWNER_DIED
        marked = word & ROBUST_WAITERS
        if owner == OWNER_NOT_RECOVERABLE:
            said.append("not recoverable")
        elif tid:
            said.append(f"held by {thread(tid)}")
            said.append("an earlier owner died" if died else None)
        elif died:
            said.append("free, its owner died")
        else:
            said.append("free")
        if owner == OWNER_INCONSISTENT and tid:
            said.append("not consistent since an earlier owner died")
    else:
        if word > WORD_SLEEP:
            raise Unreadable(f"as a word of {word:#x} is none of pthin's")
        marked = word == WORD_SLEEP
        if word == WORD_FREE:
            said.append("free")
        elif owner:
            said.append(f"held by {thread(owner)}")
        elif kind & MUTEX_TYPE in (1, 2):
            said.append("held, its owner is about to write who it is")
        else:
            said.append("held (a normal mutex does not say by whom)")
    again = lock.word("mutex.count")
    if said[0].startswith("held") and kind & MUTEX_TYPE == 1 and again:
        said.append(f"locked {again + 1} times")
    said.append(lock.waiting(lock.address, marked, kind & MUTEX_SHARED))
    with_condition = lock.word("mutex.waiting", 2)
    if with_condition:
        said.append(f"{with_condition} waiting for a condition with it")
    said.append(("normal", "recursive", "error-checking", "adaptive")[kind & MUTEX_TYPE]
                if kind & MUTEX_TYPE else None)
    said.append("robust" if kind & MUTEX_ROBUST else None)
    said.append("priority inheritance" if kind & MUTEX_INHERIT else None)
    if kind & MUTEX_PROTECT:
        said.append(f"priority ceiling {(kind & MUTEX_CEILING) >> CEILING_SHIFT}")
    said.append("between processes" if kind & MUTEX_SHARED else None)
    return said


def cond(lock):
    mark = lock.word("cond_shared.mark")
    if mark & SHARED_MARK:
        waiters = lock.word("cond_shared.waiters") & (SHARED_UNSURE - 1)
        count = "many" if waiters >= SHARED_MANY else f"at most {waiters}" if waiters else "nobody"
        return [f"{count} waiting", "between processes"]
    # On 32 bits the word of armed is another's in a private one.
    if mark or (lock.wide and lock.word("cond_shared.armed")):
        raise Unreadable("as it is the C library's own, between processes")
    lock.align()
    here, of = forks(), lock.word("cond.forks")
    word, ranked = lock.word("cond.word", 8), lock.word("cond.ranked", 8)
    lowest, next_one = word & 0xFFFFFFFF & ~COND_FLAGS, word >> 32 & ~COND_REQUEUE
    if next_one % TICKET:
        raise Unreadable(f"as a word of {word:#x} is none of pthin's")
    count = (next_one - lowest) % 2**32 // TICKET
    # OLD and NEW without those that have a grant.
    count += (ranked >> 32 & 0xFFFF) + (ranked >> 48) - (ranked & RANKED_GRANTS)
    if here is not None and of & (FORKS_BUSY - 1) != here % FORKS_BUSY:
        count = 0  # they wait in the process that this one was forked from
    said = [f"{count} waiting" if count else "nobody waiting"]
    said.append("a broadcast is waking others one by one" if word >> 32 & COND_REQUEUE else None)
    return said


def rwlock(lock):
    address, word = lock.wide_word("rwlock.word")
    if word & RWLOCK_LIBC:
        raise Unreadable("as it is the C library's own, between processes")
    shared, here = lock.word("rwlock.shared"), forks()
    readers, writers = word & RWLOCK_READERS, (word & RWLOCK_WRITERS) // RWLOCK_WRITER
    if word & RWLOCK_WRITTEN:
        owner = lock.word("rwlock.owner")
        said = ["held for writing by " + (thread(owner) if owner else "a thread that is about to say so")]
    elif readers:
        said = [f"held by {readers} reader" + ("s" if readers > 1 else "")]
    else:
        said = ["free"]
    if not shared and here is not None and word >> RWLOCK_FORK_SHIFT != here % 2**9:
        writers = 0  # as above
    if writers:
        said.append(f"{writers} writer{'s' if writers > 1 else ''} waiting")
    said.append("readers waiting" if word & RWLOCK_READERS_SLEEP else None)
    said.append("between processes" if shared else None)
    return said


def sem(lock):
    lock.align()
    word = lock.word("sem.word", 8)
    value, waiters = word & 0xFFFFFFFF, word >> 32
    if value > VALUE_MOST:
        raise Unreadable(f"as a value of {value:#x} is none of pthin's")
    said = [f"value {value}", f"{waiters} waiting" if waiters else None]
    said.append("between processes" if lock.word("sem.sharing", 1) & SEM_SHARED else None)
    return said


def barrier(lock):
    if lock.wide and lock.read(WIDE["barrier.word"] + 12, 4):
        raise Unreadable("as it is the C library's own, between processes")
    _, word = lock.wide_word("barrier.word")
    count, here = lock.word("barrier.count"), forks()
    arrived = word >> 32 & 0xFFFFFF
    if not count & BARRIER_COUNT:
        raise Unreadable("not initialised")
    if not count & BARRIER_SHARED and here is not None and word >> BARRIER_FORK != here % 2**8:
        arrived = 0  # as above
    said = [f"{arrived} of {count & BARRIER_COUNT} waiting",
            f"{(word & 0xFFFFFFFF) // BARRIER_ROUND} rounds done"]
    said.append("between processes" if count & BARRIER_SHARED else None)
    return said


def once(lock):
    word, here = lock.read(0, 4), forks()
    if word == 0:
        return ["not called"]
    if word == ONCE_DONE:
        return ["done"]
    if not word & ONCE_RUNNING or word & ONCE_DONE:
        raise Unreadable(f"as a word of {word:#x} is none of pthin's")
    if here is not None and word // ONCE_FORK != here % (2**32 // ONCE_FORK):
        return ["not called: it was running in the process that this one was forked from"]
    return ["running", lock.waiting(lock.address, word & ONCE_SLEEPERS)]


def spin(lock):
    word = lock.read(0, 4)
    if word > 1:
        raise Unreadable(f"as a word of {word:#x} is none of pthin's")
    return ["held" if word else "free"]


LOCKS = {
    "pthread_mutex_t": mutex,
    "pthread_cond_t": cond,
    "pthread_rwlock_t": rwlock,
    "sem_t": sem,
    "pthread_barrier_t": barrier,
    "pthread_once_t": once,
    "pthread_spinlock_t": spin,
    "mtx_t": mutex,
    "cnd_t": cond,
    "once_flag": once,
}


class Printer:
    """What gdb prints of one lock."""

    def __init__(self, value, describe):
        self.value = value
        self.describe = describe

    def to_string(self):
        try:
            return "{" + ", ".join(filter(None, self.describe(Lock(self.value)))) + "}"
        except Unreadable as why:
            return f"{{raw, {why}: {self.value.format_string(raw=True)}}}"
        except gdb.MemoryError:
            return self.value.format_string(raw=True)


class Locks:
    """gdb asks it for a printer for each value that it shows."""

    name = "pthin"
    enabled = True

    def __call__(self, value):
        if value.type.code in (gdb.TYPE_CODE_REF, gdb.TYPE_CODE_RVALUE_REF):
            value = value.referenced_value()
        kind = value.type.unqualified()
        while kind.name not in LOCKS:
            if kind.code != gdb.TYPE_CODE_TYPEDEF:
                return None
            kind = kind.target().unqualified()
        return Printer(value, LOCKS[kind.name]) if in_charge() else None


# Loaded with the library, or for all programs of this gdb.
gdb.printing.register_pretty_printer(gdb.current_objfile(), Locks(), replace=True)
