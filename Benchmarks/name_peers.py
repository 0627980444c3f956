#!/usr/bin/env python3
"""Names a second of Python packages, for `make bench-names`.

usage: name_peers.py NAMES [WORDS]

Times arabic-name-romanizer over the first 300 names and, given a list of words and their spellings, Phonetisaurus
trained on it over the first 3000, five spellings each: each package if it is installed.
"""
import os
import subprocess
import sys
import tempfile
import time


def time_romanizer(names):
    from arabic_name_romanizer import Transliterator
    romanizer = Transliterator()
    romanizer.transliterate(names[0])
    start = time.perf_counter()
    for name in names:
        romanizer.transliterate(name)
    report("arabic-name-romanizer", len(names), time.perf_counter() - start)


def time_phonetisaurus(names, words):
    import phonetisaurus  # noqa: F401  (tells whether it is installed)
    command = [sys.executable, "-m", "phonetisaurus"]
    with tempfile.TemporaryDirectory() as folder:
        lexicon, model = os.path.join(folder, "lexicon"), os.path.join(folder, "model.fst")
        with open(words, encoding="utf-8") as lines, open(lexicon, "w", encoding="utf-8") as out:
            for line in lines:
                arabic, latin = line.rstrip("\n").split("\t")[:2]
                if " " not in arabic and " " not in latin:
                    out.write(f"{arabic} {' '.join(latin)}\n")
        subprocess.run(
            command + ["train", "--model", model, lexicon], cwd=folder, check=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        def predict(some):
            start = time.perf_counter()
            subprocess.run(
                command + ["predict", "--model", model, "--nbest", "5"], input="\n".join(some) + "\n",
                text=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            return time.perf_counter() - start

        # Its start is not counted.
        report("Phonetisaurus", len(names), predict(names) - predict(names[:1]))


def report(name, count, seconds):
    print(f"  {name}: {count / seconds:.0f} a second")


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    names = open(sys.argv[1], encoding="utf-8").read().split("\n")[:3000]
    try:
        time_romanizer(names[:300])
    except ImportError:
        print("  arabic-name-romanizer is not installed")
    if len(sys.argv) == 3:
        try:
            time_phonetisaurus(names, sys.argv[2])
        except ImportError:
            print("  Phonetisaurus is not installed")


if __name__ == "__main__":
    main()
