#!/usr/bin/env python3
"""Rates of other normalizers on a text file, for the table that `make bench` prints.

usage: normalization_peers.py FILE

Measures, as far as they are installed: uconv as a whole process (Debian: icu-devtools), and the
Python packages pyarabic, arabic-norm and arabic-normalize in process, line by line.
"""
import shutil
import subprocess
import sys
import time


def show(name, size, seconds):
    print(f"  {name:<44}{size / seconds / 1e6:>12.1f} MB/s")


def uconv(path, size):
    if not shutil.which("uconv"):
        return print("  uconv is not installed (icu-devtools)")
    rules = "::NFKC; ::[:Mn:] Remove;"
    start = time.perf_counter()
    subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", rules, path],
                   stdout=subprocess.DEVNULL, check=True)
    show("uconv -x '::NFKC; ::[:Mn:] Remove;'", size, time.perf_counter() - start)


def in_process(name, normalize, lines, size):
    start = time.perf_counter()
    for line in lines:
        normalize(line)
    show(name, size, time.perf_counter() - start)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    text = open(sys.argv[1], encoding="utf-8").read()
    size = len(text.encode())
    lines = text.split("\n")
    print("Peers")
    uconv(sys.argv[1], size)
    # A tenth of the lines is enough for the slow ones.
    sample = lines[::10]
    sample_size = len("\n".join(sample).encode())
    try:
        from pyarabic.normalize import normalize_searchtext
        in_process("pyarabic normalize_searchtext", normalize_searchtext, sample, sample_size)
    except ImportError:
        print("  pyarabic is not installed")
    try:
        import arabic_norm
        in_process("arabic-norm normalize (Rust)", arabic_norm.normalize, sample, sample_size)
    except ImportError:
        print("  arabic-norm is not installed")
    try:
        import arabic_normalize
        in_process("arabic-normalize normalize_for_search (Rust)",
                   arabic_normalize.normalize_for_search, sample, sample_size)
    except ImportError:
        print("  arabic-normalize is not installed")


main()
