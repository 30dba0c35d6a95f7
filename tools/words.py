"""Counts in how many of the training sentences each word stands: the weights of words when stories are compared.

usage: tools/words.py > stream/src/main/resources/org/casus/story/words.tsv
"""
import collections
import pathlib
import re

LEAST = 8  # a word in fewer sentences counts as rare as one in none
HOME = pathlib.Path(__file__).resolve().parent.parent


def sentences():
    for path in sorted((HOME / "training" / "sentences").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not re.match(r"\d+ [<>]", line):
                yield re.sub(r"[\[\]{}]", "", re.sub(r"\|[A-Z]+\]", "", line))


def main():
    counts = collections.Counter()
    total = 0
    for sentence in sentences():
        total += 1
        counts.update(set(re.findall(r"[^\W\d_]+", sentence.lower())))
    print("# In how many of the training sentences a word stands; made by tools/words.py.")
    print("# word\tsentences")
    print(f"*\t{total}")
    for word, count in sorted(counts.items()):
        if count >= LEAST:
            print(f"{word}\t{count}")


main()
