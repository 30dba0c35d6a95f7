#!/usr/bin/env python3
"""Checks the training sentences: form, codes, near-copies; counts what they hold.

usage: training/check_sentences.py [FILE ...]     (default: every file under training/sentences)
Exit code 1 when a sentence is malformed or more than 3 % share 60 % of their word 3-grams (actors masked) with another.
"""
import collections
import pathlib
import re
import sys

HOME = pathlib.Path(__file__).resolve().parent
CAMEO = HOME.parent / "core/src/main/resources/org/casus/codebook/cameo.tsv"
KINDS = {"STATE", "PERSON", "ORG", "GROUP", "LOC"}
STATUSES = {"actual", "planned", "denied", "possible"}
MENTION = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
RELATION = re.compile(r"(\d+) (>|<>) (\d+|-) (\d{3,4}) (\w+) (\d+)")
MOST_SHARED = 0.6
MOST_COPIES = 0.03


def codes():
    """CAMEO code -> PLOVER type."""
    rows = (line.split("\t") for line in CAMEO.read_text(encoding="utf8").splitlines() if not line.startswith("#"))
    return {row[0]: row[3] for row in rows if row[3]}


def blocks(path):
    """Line number of the sentence, the sentence, its relation lines."""
    sentence, relations, number = None, [], 0
    for n, line in enumerate(path.read_text(encoding="utf8").splitlines() + [""], 1):
        line = line.strip()
        if line.startswith("#"):
            continue
        if not line:
            if sentence is not None:
                yield number, sentence, relations
            sentence, relations = None, []
        elif sentence is None:
            sentence, number = line, n
        else:
            relations.append(line)


def faults(sentence, relations, types):
    mentions = MENTION.findall(sentence)
    triggers = re.findall(r"\{([^{}]+)\}", sentence)
    rest = MENTION.sub(lambda m: m.group(1), sentence)
    if any(kind not in KINDS for _, kind in mentions):
        yield "unknown kind of mention"
    if re.search(r"[\[\]|]", rest) or sentence.count("{") != sentence.count("}"):
        yield "brackets do not match"
    used = set()
    for line in relations:
        match = RELATION.fullmatch(line)
        if not match:
            yield "no relation: " + line
            continue
        source, _, target, code, status, trigger = match.groups()
        if not 1 <= int(source) <= len(mentions):
            yield "no such source: " + line
        if target != "-" and (not 1 <= int(target) <= len(mentions) or target == source):
            yield "no such target: " + line
        if not 1 <= int(trigger) <= len(triggers):
            yield "no such trigger: " + line
        if code not in types:
            yield "no such code: " + line
        if status not in STATUSES:
            yield "no such status: " + line
        used.add(int(trigger))
    if used != set(range(1, len(triggers) + 1)):
        yield "a trigger without a relation"


def grams(sentence):
    words = re.sub(r"[{}]", "", MENTION.sub("X", sentence)).lower().split()
    return set(zip(words, words[1:], words[2:]))


def main():
    types = codes()
    paths = [pathlib.Path(a) for a in sys.argv[1:]] or sorted((HOME / "sentences").glob("*.txt"))
    count = collections.Counter()
    per_type, per_code = collections.Counter(), collections.Counter()
    where, holders, wrong = [], collections.defaultdict(list), 0
    for path in paths:
        for number, sentence, relations in blocks(path):
            for fault in faults(sentence, relations, types):
                wrong += 1
                print(f"{path.name}:{number}: {fault}")
            count["sentences"] += 1
            count["without event"] += not relations
            parsed = [m.groups() for m in map(RELATION.fullmatch, relations) if m]
            count["relations"] += len(parsed)
            count["two or more codes"] += len({p[3] for p in parsed}) > 1
            count["not actual"] += any(p[4] != "actual" for p in parsed)
            count["without target"] += any(p[2] == "-" for p in parsed)
            for p in parsed:
                per_type[types.get(p[3])] += 1
                per_code[p[3][:3]] += 1
            where.append((path.name, number))
            mine = grams(sentence)
            shared = collections.Counter(other for g in mine for other in holders[g])
            if mine and shared and shared.most_common(1)[0][1] >= MOST_SHARED * len(mine):
                count["near-copies"] += 1
                print(f"{path.name}:{number}: near-copy of {':'.join(map(str, where[shared.most_common(1)[0][0]]))}")
            for g in mine:
                holders[g].append(len(where) - 1)
    print(", ".join(f"{n} {what}" for what, n in count.items()))
    print("relations by type: " + ", ".join(f"{t} {n}" for t, n in sorted(per_type.items(), key=lambda x: -x[1])))
    thin = sorted(c for c in {c[:3] for c in types if len(c) > 2} if per_code[c] < 25)
    print("codes with fewer than 25: " + (" ".join(f"{c}:{per_code[c]}" for c in thin) or "none"))
    return wrong > 0 or count["near-copies"] > MOST_COPIES * count["sentences"]


if __name__ == "__main__":
    sys.exit(main())
