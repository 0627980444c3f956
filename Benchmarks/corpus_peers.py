#!/usr/bin/env python3
"""A pipeline of Python packages over articles, for `make bench-corpus`.

usage: corpus_peers.py FILE.jsonl

Folds with pyarabic, splits sentences with pysbd, ranks keywords with YAKE and summarizes with sumy's
LexRank, as far as they are installed, and tells documents a second.
"""
import json
import sys
import time


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
    import pyarabic.araby as araby
    import pysbd
    import yake
    from sumy.nlp.tokenizers import Tokenizer
    from sumy.parsers.plaintext import PlaintextParser
    from sumy.summarizers.lex_rank import LexRankSummarizer

    class Words(Tokenizer):
        """sumy's own needs data of NLTK that has to be downloaded; this one cuts at blanks."""

        def __init__(self, splitter):
            self.splitter = splitter

        def to_sentences(self, text):
            return tuple(s.strip() for s in self.splitter.segment(text) if s.strip())

        def to_words(self, sentence):
            return tuple(araby.tokenize(sentence))

    splitter = pysbd.Segmenter(language="ar", clean=False)
    ranker = yake.KeywordExtractor(lan="ar", n=3, top=10)
    summarizer = LexRankSummarizer()
    words = Words(splitter)
    times = dict.fromkeys(["pyarabic", "pysbd", "yake", "sumy"], 0.0)
    begin = time.perf_counter()
    for text in texts:
        start = time.perf_counter()
        folded = araby.normalize_hamza(araby.strip_tashkeel(araby.strip_tatweel(text)))
        times["pyarabic"] += time.perf_counter() - start
        start = time.perf_counter()
        splitter.segment(folded)
        times["pysbd"] += time.perf_counter() - start
        start = time.perf_counter()
        ranker.extract_keywords(folded)
        times["yake"] += time.perf_counter() - start
        start = time.perf_counter()
        summarizer(PlaintextParser.from_string(folded, words).document, 3)
        times["sumy"] += time.perf_counter() - start
    whole = time.perf_counter() - begin
    print(f"Python pipeline: {len(texts)} documents, {len(texts) / whole:.1f} documents/s")
    for name, seconds in times.items():
        print(f"  {name:<10}{seconds:>9.2f} s {seconds / whole * 100:>5.0f} %")


if __name__ == "__main__":
    main()
