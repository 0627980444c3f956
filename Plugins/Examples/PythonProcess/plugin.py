"""Finds long words: the stage example/long-words, as a process that speaks JSON Lines."""
import json
import re
import sys


def long_words(text, minimum):
    """Annotations of the words of a text; offsets are code points, as Python counts."""
    return [
        {"start": word.start(), "end": word.end(), "label": "long"}
        for word in re.finditer(r"[^ \t-\r]+", text)
        if len(word.group()) >= minimum
    ]


def answer(message):
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main():
    sys.stdin.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    minimum = 7
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            minimum = message["options"]["minimum"]
            answer({"type": "hello", "protocol": 1})
        elif message["type"] == "batch":
            documents = [
                {"annotations": long_words(document["text"], minimum)}
                for document in message["documents"]
            ]
            answer({"type": "results", "id": message["id"], "documents": documents})
        elif message["type"] == "bye":
            break


main()
