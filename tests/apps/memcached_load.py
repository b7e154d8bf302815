# SPDX-License-Identifier: MIT
"""Eight clients of one memcached: each sets, gets and compares values; all count one counter."""
import random
import socket
import sys
import threading

CLIENTS, ROUNDS = 8, 1500
errors = []


def client(number):
    random.seed(number)
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(sys.argv[1])
    stream = connection.makefile("rwb")

    def ask(request, lines=1):
        stream.write(request)
        stream.flush()
        return [stream.readline() for _ in range(lines)]

    for i in range(ROUNDS):
        key = b"key-%d-%d" % (number, i % 100)
        value = bytes(random.choices(b"0123456789abcdef", k=random.randrange(1, 2000)))
        stored = ask(b"set %s 0 0 %d\r\n%s\r\n" % (key, len(value), value))
        got = ask(b"get %s\r\n" % key, 3)
        if stored != [b"STORED\r\n"] or got[1] != value + b"\r\n" or got[2] != b"END\r\n":
            errors.append((key, stored, got))
            return
        ask(b"incr total 1\r\n")


def main():
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(sys.argv[1])
        connection.sendall(b"set total 0 0 1\r\n0\r\n")
        connection.recv(100)
        threads = [threading.Thread(target=client, args=(n,)) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        connection.sendall(b"get total\r\n")
        total = int(connection.recv(100).split(b"\r\n")[1])
    if errors or total != CLIENTS * ROUNDS:
        sys.exit(f"total {total}, errors {errors[:3]}")


main()
