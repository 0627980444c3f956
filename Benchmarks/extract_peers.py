#!/usr/bin/env python3
"""Keywords and summaries of Python packages over articles, for `make bench-extracts`.

usage: extract_peers.py FILE.jsonl

Times YAKE and scikit-learn's TF-IDF for keywords, sumy's LexRank and summa's TextRank for summaries, as far
as they are installed.
"""
import json
import re
import sys
import time


def rate(name, count, body):
    try:
        start = time.perf_counter()
        body()
        print(f"{name:<24}{count / (time.perf_counter() - start):>10.1f} documents/s")
    except ImportError as error:
        print(f"{name:<24} not installed ({error.name})")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]

    def yake_keywords():
        import yake
        ranker = yake.KeywordExtractor(lan="ar", n=3, top=15)
        for text in texts:
            ranker.extract_keywords(text)

    def sklearn_keywords():
        from sklearn.feature_extraction.text import TfidfVectorizer
        vectorizer = TfidfVectorizer(ngram_range=(1, 3))
        vectorizer.fit(texts)
        names = vectorizer.get_feature_names_out()
        for text in texts:
            row = vectorizer.transform([text])
            best = row.data.argsort()[::-1][:15]
            [names[row.indices[index]] for index in best]

    def sumy_summaries():
        from sumy.parsers.plaintext import PlaintextParser
        from sumy.summarizers.lex_rank import LexRankSummarizer

        class Words:
            """sumy's own tokenizer needs data of NLTK that has to be downloaded."""

            def to_sentences(self, text):
                return tuple(s for s in re.split(r"(?<=[.؟!?])\s+|\n", text) if s.strip())

            def to_words(self, sentence):
                return tuple(re.findall(r"\w+", sentence))

        summarizer = LexRankSummarizer()
        for text in texts:
            summarizer(PlaintextParser.from_string(text, Words()).document, 3)

    def summa_summaries():
        from summa import summarizer
        for text in texts:
            summarizer.summarize(text, ratio=0.3, language="arabic")

    rate("YAKE", len(texts), yake_keywords)
    rate("scikit-learn TF-IDF", len(texts), sklearn_keywords)
    rate("sumy LexRank", len(texts), sumy_summaries)
    rate("summa TextRank", len(texts), summa_summaries)


if __name__ == "__main__":
    main()
