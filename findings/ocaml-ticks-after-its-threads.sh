#!/bin/sh
# SPDX-License-Identifier: MIT
#
# OCaml 4.13.1: one Thread.create makes two kernel threads, and one of them stays.
#
# One would have guessed: a program that makes one thread has two, and one again after the join.
# What happens: the first Thread.create also starts a thread that ticks, so that the others get their
# turn at the master lock. It has all signals blocked that can be, and goes on ticking when no other
# thread is left but the first: from then on the process is never single-threaded again.
set -eu

version=4.13.1-4
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -q ocaml-base=$version ocaml-interp=$version ocaml=$version >log 2>&1 || {
    cat log
    exit 1
}
for package in *.deb; do
    dpkg-deb -x "$package" root
done

cat >show.ml <<'END'
let tasks () = Sys.readdir "/proc/self/task"
let blocked task =
  let file = open_in ("/proc/self/task/" ^ task ^ "/status") in
  let rec look () =
    let line = input_line file in
    if String.length line > 8 && String.sub line 0 6 = "SigBlk"
    then String.sub line 8 (String.length line - 8) else look () in
  look ()
let show what =
  Printf.printf "%s: %d threads\n" what (Array.length (tasks ()));;
show "at first";;
let t = Thread.create (fun () -> Thread.delay 1.0) ();;
show "with one";;
Thread.join t;;
while Array.length (tasks ()) > 2 do Thread.yield () done;;
show "after the join";;
Array.iter (fun mask -> print_endline ("blocked: " ^ mask))
  (let masks = Array.map blocked (tasks ()) in Array.sort compare masks; masks);;
END
lib=$PWD/root/usr/lib/ocaml
CAML_LD_LIBRARY_PATH=$lib/stublibs timeout 60 root/usr/bin/ocamlrun root/usr/bin/ocaml -nostdlib \
    -I "$lib" -I "$lib/threads" "$lib/unix.cma" "$lib/threads/threads.cma" show.ml >seen
cat seen
cat >expected <<'END'
at first: 1 threads
with one: 3 threads
after the join: 2 threads
blocked: 0000000000000000
blocked: fffffffe7ffbfeff
END
cmp seen expected
