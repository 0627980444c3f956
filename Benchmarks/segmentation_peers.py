#!/usr/bin/env python3
"""Rates of other sentence splitters and tokenizers on a text file, for `make bench`.

usage: segmentation_peers.py FILE

Measures, as far as they are installed, in process and line by line: PyICU (ICU's own iterators),
pysbd, spaCy's blank("ar") with its sentencizer, and camel-tools' simple_word_tokenize.
"""
import sys
import time


def show(name, size, seconds):
    print(f"  {name:<44}{size / seconds / 1e6:>12.2f} MB/s")


def measure(name, lines, work):
    size = len("\n".join(lines).encode())
    start = time.perf_counter()
    for line in lines:
        work(line)
    show(name, size, time.perf_counter() - start)


def icu_breaks(make):
    import icu
    iterator = make(icu.Locale("ar"))

    def run(line):
        iterator.setText(icu.UnicodeString(line))
        while iterator.nextBoundary() >= 0:
            pass
    return run


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = [line for line in open(sys.argv[1], encoding="utf-8").read().split("\n") if line]
    print("Peers in sentences and words")
    # The slower ones see a part of the lines only.
    tenth, hundredth = lines[::10], lines[::200]
    try:
        import icu
        measure("PyICU sentences", tenth, icu_breaks(icu.BreakIterator.createSentenceInstance))
        measure("PyICU words", tenth, icu_breaks(icu.BreakIterator.createWordInstance))
    except ImportError:
        print("  PyICU is not installed")
    try:
        import pysbd
        measure("pysbd sentences", hundredth, pysbd.Segmenter(language="ar", clean=False).segment)
    except ImportError:
        print("  pysbd is not installed")
    try:
        import spacy
        pipeline = spacy.blank("ar")
        measure("spaCy blank(\"ar\") words", tenth, pipeline.tokenizer)
        pipeline.add_pipe("sentencizer")
        measure("spaCy sentencizer", tenth, pipeline)
    except ImportError:
        print("  spaCy is not installed")
    try:
        from camel_tools.tokenizers.word import simple_word_tokenize
        measure("camel-tools simple_word_tokenize", hundredth, simple_word_tokenize)
    except ImportError:
        print("  camel-tools is not installed")


main()
