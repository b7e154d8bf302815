# SPDX-License-Identifier: MIT
"""Uses what CPython builds on pthreads; prints "all right" or raises."""
import concurrent.futures
import hashlib
import os
import queue
import signal
import subprocess
import threading
import time


def pools():
    """Hashing drops the interpreter's lock, so this runs in parallel."""
    blocks = [bytes([i]) * 100_000 for i in range(100)]
    expected = [hashlib.sha256(block).hexdigest() for block in blocks]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda block: hashlib.sha256(block).hexdigest(), blocks)) == expected


def producers_and_consumers():
    work, total, lock = queue.Queue(maxsize=10), [0], threading.Lock()

    def consume():
        while (item := work.get()) is not None:
            with lock:
                total[0] += item

    consumers = [threading.Thread(target=consume) for _ in range(6)]
    for thread in consumers:
        thread.start()
    for i in range(5000):
        work.put(i)
    for _ in consumers:
        work.put(None)
    for thread in consumers:
        thread.join()
    assert total[0] == 5000 * 4999 // 2


def locals_and_barrier():
    local, barrier, seen = threading.local(), threading.Barrier(20), []

    def body(number):
        local.value = number
        barrier.wait(timeout=30)
        seen.append(local.value == number)

    threads = [threading.Thread(target=body, args=(n,)) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [True] * 20


def timeouts():
    begin = time.monotonic()
    assert not threading.Event().wait(0.05)
    lock = threading.Lock()
    lock.acquire()
    assert not lock.acquire(timeout=0.05)
    assert 0.09 < time.monotonic() - begin < 10


def processes():
    def body(number, results):
        output = subprocess.run(["echo", str(number)], capture_output=True, check=True).stdout
        results.append(int(output))

    results = []
    threads = [threading.Thread(target=body, args=(n, results)) for n in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == list(range(10))


def fork_in_a_thread():
    """The child has one thread, and can start more."""

    def body():
        child = os.fork()
        if child == 0:
            thread = threading.Thread(target=lambda: None)
            thread.start()
            thread.join()
            os._exit(7)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
        done.append(True)

    done = []
    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    assert done


def signals():
    """Sent to a thread, handled by the main thread at its next instruction."""
    got = threading.Event()
    signal.signal(signal.SIGUSR1, lambda *_: got.set())
    thread = threading.Thread(target=got.wait, args=(30,))
    thread.start()
    signal.pthread_kill(thread.ident, signal.SIGUSR1)
    while thread.is_alive():
        time.sleep(0.01)
    assert got.is_set()


def many_short_ones():
    threading.stack_size(256 * 1024)
    done = []
    for _ in range(20):
        threads = [threading.Thread(target=done.append, args=(1,)) for _ in range(10)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(done) == 200


for test in (pools, producers_and_consumers, locals_and_barrier, timeouts, processes,
             fork_in_a_thread, signals, many_short_ones):
    test()
print("all right")
