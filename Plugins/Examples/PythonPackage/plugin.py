"""Stems of the PyPI package snowballstemmer: the stage snowball-python/stems.

An example of how a Python package becomes a stage: it takes the words that an earlier stage found,
so that offsets stay right, and leaves the tokenizing to the toolkit.
"""
import json
import sys

import snowballstemmer


def stems(stemmer, document):
    """A stem for each word of the layer `words`."""
    text = document["text"]
    words = [word for word in document["layers"]["words"] if word["label"] == "word"]
    forms = stemmer.stemWords([text[word["start"]:word["end"]] for word in words])
    return [
        {"start": word["start"], "end": word["end"], "label": form}
        for word, form in zip(words, forms)
    ]


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    stemmer = snowballstemmer.stemmer("arabic")
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "bye":
            break
        if message["type"] == "hello":
            result = {"type": "hello", "protocol": 1}
        else:
            documents = [{"annotations": stems(stemmer, each)} for each in message["documents"]]
            result = {"type": "results", "id": message["id"], "documents": documents}
        print(json.dumps(result, ensure_ascii=False), flush=True)


main()
