#!/usr/bin/env python3
"""Names a second of Python packages, for `make bench-names`.

usage: name_peers.py FILE

Times arabic-name-romanizer over the first 300 names, five spellings each, if it is installed.
"""
import sys
import time


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    names = open(sys.argv[1], encoding="utf-8").read().split("\n")[:300]
    from arabic_name_romanizer import Transliterator
    romanizer = Transliterator()
    romanizer.transliterate(names[0])
    start = time.perf_counter()
    for name in names:
        romanizer.transliterate(name)
    print(f"  arabic-name-romanizer: {len(names) / (time.perf_counter() - start):.0f} a second")


if __name__ == "__main__":
    main()
