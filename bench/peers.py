# SPDX-License-Identifier: MIT
"""Other glibcs and musls than the system's, measured beside those: the libcs in the tree of another
Debian (./dev peers makes one).

The same sources are compiled for them, by the compiler and with the options that CMake left in flags.txt,
with the tree's headers and libraries. A dynamic program names the tree's own loader and its folder of
libraries, so it starts as any other does, without root and without a change of the file system's root."""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import tempfile

import measure
import suite


def only(folder, pattern):
    """The one file of that pattern, or None."""
    return next(iter(sorted(folder.glob(pattern))), None)


def said_by(*words):
    try:
        done = subprocess.run(words, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr


def first_match(pattern, text):
    found = re.search(pattern, text)
    return found.group(1) if found else None


class Peers:
    """text: how the user named the tree."""

    def __init__(self, text, binaries):
        self.text = text
        self.folder = pathlib.Path(text).resolve()
        self.binaries = pathlib.Path(binaries)
        if not self.folder.is_dir():
            raise measure.Failure(f"--peers {text}: there is no such directory")
        usr = self.folder / "usr"
        machine = os.uname().machine
        # Resolved here, as an absolute link would lead out of the tree.
        self.glibc = only(usr, f"lib/{machine}-linux-gnu*/libc.so.6")
        self.loader = only(usr, f"lib/{machine}-linux-gnu*/ld-linux*.so.*")
        self.musl = only(usr, f"lib/{machine}-linux-musl*/libc.so")
        self.specs = only(usr, f"lib/{machine}-linux-musl*/musl-gcc.specs")
        if not self.glibc and not self.musl:
            raise measure.Failure(f"--peers {text}: neither a glibc nor a musl is in its"
                                  f" usr/lib/{machine}-linux-*; ./dev peers makes such a tree")
        if not (usr / "include/stdio.h").exists() and self.glibc:
            raise self.incomplete("headers", "libc6-dev")
        if self.musl and not self.specs:
            raise self.incomplete("the specs of musl-gcc", "musl-dev")
        if re.search(r"[\s,]", str(self.folder)):
            raise measure.Failure(f"--peers {text}: its path has a space or a comma, which the compiler's"
                                  " options cannot have")
        self.versions = self.ask_versions()
        self.try_all()

    def incomplete(self, what, package):
        return measure.Failure(f"--peers {self.text}: {what} are missing there: install {package} in it,"
                               " as ./dev peers does")

    def ask_versions(self):
        """{implementation: 'glibc 2.43'}, of those that are there and run here."""
        versions = {}
        if self.glibc:
            said = said_by(self.loader or "", "--version")
            version = first_match(r"release version ([0-9.]*[0-9])", said)
            versions["peer-glibc"] = version and f"glibc {version}"
        if self.musl:
            version = first_match(r"Version (\S+)", said_by(self.musl))
            versions["peer-musl"] = versions["peer-musl-dynamic"] = version and f"musl {version}"
        for implementation, version in versions.items():
            if not version:
                raise measure.Failure(f"--peers {self.text}: its {implementation.removeprefix('peer-')} does"
                                      " not run here: is it of another processor, or too new for this kernel?")
        return versions

    def __str__(self):
        return ", ".join(dict.fromkeys(self.versions.values()))

    def behind(self, names):
        """These implementations, and behind each libc alone the same libc of the tree."""
        for name in names:
            yield name
            if suite.PEERS.get(name) in self.versions:
                yield suite.PEERS[name]

    def said(self, names):
        """What belongs into the record of a benchmark."""
        return {name: self.versions[name] for name in names if name in self.versions}

    # ---- Compiling.

    def musl_specs(self, folder):
        """musl-gcc's options, with the tree in front of every path."""
        text = self.specs.read_text()
        text = re.sub(r"(?<=[\s:])(-L)?/usr/", rf"\1{self.folder}/usr/", text)
        text = re.sub(r"-dynamic-linker \S+", f"-dynamic-linker {self.musl}", text)
        file = folder / "musl-gcc.specs"
        file.write_text(text)
        return file

    def options(self, implementation, folder):
        if implementation == "peer-glibc":
            return [f"--sysroot={self.folder}", "-pthread", f"-Wl,-dynamic-linker,{self.loader}",
                    f"-Wl,-rpath,{self.glibc.parent}"]
        return ["-specs", str(self.musl_specs(folder))] + (["-static"] if implementation == "peer-musl" else [])

    def compile(self, words, implementation, source):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            lines = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
            said = next((line for line in lines if "error:" in line), lines[-1])
            raise measure.Failure(f"--peers {self.text}: cannot compile {source} for its"
                                  f" {self.versions[implementation]}: {said}")

    def try_all(self):
        """A program for each of them, so that what is missing is told before anything is measured."""
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            source, program = folder / "program.c", folder / "program"
            source.write_text("#include <pthread.h>\n#include <stdio.h>\n"
                              "int main(void) { return !pthread_self() || puts(\"well\") < 0; }\n")
            for i in self.versions:
                self.compile(["cc", *self.options(i, folder), "-o", str(program), str(source)], i,
                             source.name)
                if said_by(str(program)) != "well\n":
                    raise measure.Failure(f"--peers {self.text}: a program for its {self.versions[i]} does"
                                          " not run")

    def make(self, programs, sources):
        """Always anew: what is there may be for another tree."""
        file = self.binaries.parent / "flags.txt"
        if not file.is_file():
            raise measure.Failure(f"{file} is missing; ./dev bench makes it")
        compiler, *flags = file.read_text().splitlines()
        jobs = []
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for i in self.versions:
                folder = self.binaries / i
                folder.mkdir(exist_ok=True)
                options = self.options(i, folder)
                jobs += [pool.submit(self.compile, [compiler, *options, *flags, "-o", str(folder / p),
                                                    str(sources / f"{p}.c")], i, f"{p}.c")
                         for p in sorted(programs)]
            for job in jobs:
                job.result()
