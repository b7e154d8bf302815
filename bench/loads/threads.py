# SPDX-License-Identifier: MIT
"""A program with many threads in Python, for ./dev bench apps: threads that are created and joined, producers
and consumers at a queue, and work in C without the interpreter's lock (hashes).

    threads.py ITEMS
"""
import hashlib
import queue
import sys
import threading

PAIRS = 4


def run_all(bodies):
    threads = [threading.Thread(target=body) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def main(items):
    counted = []
    for _ in range(items // 500):
        run_all([lambda: counted.append(1)] * 50)
    waiting = queue.Queue(64)
    sums = []

    def produce():
        for i in range(items):
            waiting.put(i)

    def consume():
        sums.append(sum(waiting.get() for _ in range(items)))

    run_all([produce, consume] * PAIRS)
    data = bytes(1 << 20)

    def work():
        for _ in range(items // 400):
            hashlib.sha256(data).digest()

    run_all([work] * PAIRS)
    return len(counted) != items // 500 * 50 or sum(sums) != PAIRS * items * (items - 1) // 2


sys.exit(main(int(sys.argv[1])))
