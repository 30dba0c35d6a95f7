"""Writes the words that tell an event: those of which at least a tenth of the uses in the training sentences stand inside a trigger.

A sentence without any of them is not read (org.casus.reader.TriggerWords). Of the held-out sentences with an event 99 % hold one, of the
triggers of eval's articles 99 %, of all sentences of news pages 85 %.
"""

import argparse
import collections
import pathlib
import re

from sentences import part, read

WORD = re.compile(r"[a-z]+")
LEAST_SHARE = 0.1


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--sentences", required=True)
    ask.add_argument("--out", required=True)
    a = ask.parse_args()
    uses, triggers = collections.Counter(), collections.Counter()
    for e in read(a.sentences):
        if part(e) != "train":
            continue
        for word in WORD.finditer(e.text.lower()):
            uses[word.group()] += 1
            triggers[word.group()] += any(start <= word.start() < end for start, end in e.triggers)
    # words of one and two letters are parts of others: "to", "in", "up"
    words = [
        w for w in sorted(triggers) if len(w) > 2 and triggers[w] >= LEAST_SHARE * uses[w]
    ]
    header = "# Words that tell an event, made out of the training sentences by training/reader/trigger_words.py.\n"
    pathlib.Path(a.out).write_text(header + "\n".join(words) + "\n", encoding="utf8")
    print(len(words), "words")


if __name__ == "__main__":
    main()
