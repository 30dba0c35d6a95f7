"""Sentences as tensors: word pieces, tags, spans, the pairs and triples to judge, and what is right for each."""

import random
from dataclasses import dataclass, replace

import torch

from model import DISTANCES
from sentences import KINDS, PRONOUNS, STATUSES, TYPES, Example, Relation

LENGTH = 128
# No mention ends with one of these; as org.casus.reader.Tags has them.
LINKS = set("a an the of in at on to for from by with and or &".split())
_BOUNDS = [-40, -20, -10, -5, -2, 0, 3, 6, 11, 21, 41]


def distance(source, target):
    """Bucket of how far the target begins behind the source, in word pieces; nobody has its own."""
    if target is None:
        return DISTANCES - 1
    return sum(target[0] - source[0] >= bound for bound in _BOUNDS)


@dataclass
class Encoded:
    ids: list
    offsets: list
    first: list  # is this piece the first of a word
    links: list  # is this word one that no mention ends with
    example: Example
    mentions: list  # (first piece, end piece, kind), None if cut off
    triggers: list


def pieces(offsets, start, end):
    inside = [i for i, (a, b) in enumerate(offsets) if b > a and a < end and b > start]
    return (inside[0], inside[-1] + 1) if inside else None


def encode(tokenizer, example):
    e = tokenizer.encode(example.text)
    n = min(len(e.ids), LENGTH)
    offsets, ids = e.offsets[:n], e.ids[:n]
    words = e.word_ids[:n]
    first = [w is not None and (i == 0 or words[i - 1] != w) for i, w in enumerate(words)]
    whole = lambda i: i + 1 == n or words[i + 1] != words[i]
    links = [first[i] and whole(i) and example.text[a:b].lower() in LINKS for i, (a, b) in enumerate(offsets)]
    mentions = [(*p, k) if (p := pieces(offsets, a, b)) else None for a, b, k in example.mentions]
    triggers = [pieces(offsets, a, b) for a, b in example.triggers]
    return Encoded(ids, offsets, first, links, example, mentions, triggers)


def shape(text):
    """Names take the place of names, common nouns of common nouns, plurals of plurals."""
    head = text.split()[-1] if text.split() else ""
    return ("name" if text[:1].isupper() and text.split()[0].lower() not in ("the", "a", "an") else "noun",
            head.endswith("s"), "'s" in text, text.isupper())


class Swapper:
    """Puts other mentions of the same kind and shape in the place of some, so that names carry no signal."""

    def __init__(self, examples, names, share, rng):
        self.share, self.rng, self.pool = share, rng, {}
        for e in examples:
            for a, b, kind in e.mentions:
                self._add(kind, e.text[a:b])
        for kind, text in names:
            self._add(kind, text)

    def _add(self, kind, text):
        if text.lower() not in PRONOUNS:
            self.pool.setdefault((kind, *shape(text)), []).append(text)

    def __call__(self, e):
        if self.share <= 0:
            return e
        new = {}
        for i, (a, b, kind) in enumerate(e.mentions):
            text = e.text[a:b]
            if text.lower() not in PRONOUNS and self.rng.random() < self.share:
                new[i] = self.rng.choice(self.pool[(kind, *shape(text))])
        if not new:
            return e
        marks = sorted([(a, b, "m", i) for i, (a, b, _) in enumerate(e.mentions)] + [(a, b, "t", i) for i, (a, b) in enumerate(e.triggers)])
        if any(x[1] > y[0] for x, y in zip(marks, marks[1:])):
            return e
        text, at, mentions, triggers = "", 0, list(e.mentions), list(e.triggers)
        for a, b, what, i in marks:
            text += e.text[at:a]
            put = new.get(i, e.text[a:b]) if what == "m" else e.text[a:b]
            if what == "m":
                mentions[i] = (len(text), len(text) + len(put), e.mentions[i][2])
            else:
                triggers[i] = (len(text), len(text) + len(put))
            text, at = text + put, b
        return Example(text + e.text[at:], mentions, triggers, e.relations, e.file, e.plain)


def as_found(e, mentions, triggers, share, rng):
    """
    A sentence as the reader will meet it, made of what is given and what the tagger found: a given span makes way, now and then, for
    the found one that overlaps it most, and what is found where nothing is given stands among the rest, related to nobody.
    """

    def mixed(given, found):
        overlap = lambda a, b: min(a[1], b[1]) - max(a[0], b[0])
        spans = list(given)
        for i, span in enumerate(given):
            over = [f for f in found if span and overlap(span, f) > 0]
            if over and rng.random() < share:
                put = max(over, key=lambda f: overlap(span, f))
                if all(g is span or not g or overlap(put, g) <= 0 for g in given):
                    spans[i] = (*put[:2], *span[2:])
        return spans + [f for f in found if all(not g or overlap(f, g) <= 0 for g in given) and rng.random() < share]

    return replace(e, mentions=mixed(e.mentions, mentions), triggers=mixed(e.triggers, [t[:2] for t in triggers]))


def candidates(mentions, triggers):
    """Ordered pairs and triples of a sentence as index tuples; target None is nobody."""
    here = [i for i, m in enumerate(mentions) if m]
    said = [k for k, t in enumerate(triggers) if t]
    pairs = [(s, t) for s in here for t in here + [None] if s != t]
    return pairs, [(k, s, t) for k in said for s, t in pairs]


def collate(encoded, codes, types):
    """Tensors of a batch; what is right stands beside what is asked. `codes` numbers the three-digit codes."""
    width = max(len(e.ids) for e in encoded)
    batch = {
        "ids": torch.zeros(len(encoded), width, dtype=torch.long),
        "mask": torch.zeros(len(encoded), width, dtype=torch.long),
        "mention_tags": torch.full((len(encoded), width), -100),
        "trigger_tags": torch.full((len(encoded), width), -100),
    }
    mentions, triggers, pairs, triples = [], [], [], []
    pair_event, pair_right, triple_event, trigger_right = [], [], [], []
    total = sum(sum(m is not None for m in e.mentions) for e in encoded)
    for n, e in enumerate(encoded):
        batch["ids"][n, : len(e.ids)] = torch.tensor(e.ids)
        batch["mask"][n, : len(e.ids)] = 1
        for i, first in enumerate(e.first):
            if first:
                batch["mention_tags"][n, i] = batch["trigger_tags"][n, i] = 0
        for m in e.mentions:
            if m:
                for i in range(m[0], m[1]):
                    if e.first[i] or i == m[0]:
                        batch["mention_tags"][n, i] = 1 + 2 * KINDS.index(m[2]) + (i > m[0])
        for t in e.triggers:
            if t:
                for i in range(*t):
                    if e.first[i] or i == t[0]:
                        batch["trigger_tags"][n, i] = 1 + (i > t[0])
        number = {i: len(mentions) + k for k, i in enumerate(i for i, m in enumerate(e.mentions) if m)}
        mentions += [(n, *e.mentions[i][:2]) for i in number]
        said = {k: len(triggers) + j for j, k in enumerate(k for k, t in enumerate(e.triggers) if t)}
        triggers += [(n, *e.triggers[k]) for k in said]
        by_pair, by_triple, by_trigger = right(e.example.relations)
        ask, ask3 = candidates(e.mentions, e.triggers)
        for s, t in ask:
            gap = distance(e.mentions[s], None if t is None else e.mentions[t])
            pairs.append((n, number[s], total if t is None else number[t], gap))
            found = by_pair.get((s, t), [])
            pair_event.append(0 if not found else 1 + any(r.mutual for r in found))
            if found:
                pair_right.append((len(pairs) - 1, found))
        for k, s, t in ask3:
            gap = distance(e.mentions[s], None if t is None else e.mentions[t])
            triples.append((n, said[k], number[s], total if t is None else number[t], gap))
            found = by_triple.get((k, s, t), [])
            triple_event.append(0 if not found else 1 + any(r.mutual for r in found))
        for k in said:
            if k in by_trigger:
                trigger_right.append((said[k], by_trigger[k]))
    long = lambda rows, columns: torch.tensor(rows, dtype=torch.long).view(-1, columns)
    batch["mentions"], batch["triggers"] = long(mentions, 3), long(triggers, 3)
    batch["pairs"], batch["triples"] = long(pairs, 4), long(triples, 5)
    batch["pair_event"], batch["triple_event"] = torch.tensor(pair_event), torch.tensor(triple_event)
    for name, rows in (("pair", pair_right), ("trigger", trigger_right)):
        batch[name + "_at"] = torch.tensor([at for at, _ in rows], dtype=torch.long)
        for what, size, of in (
            ("type", len(TYPES), lambda r: TYPES.index(types[r.code])),
            ("code", len(codes), lambda r: codes[r.code[:3]]),
            ("status", len(STATUSES), lambda r: STATUSES.index(r.status)),
        ):
            share = torch.zeros(len(rows), size)
            for i, (_, found) in enumerate(rows):
                for r in found:
                    share[i, of(r)] += 1 / len(found)
            batch[f"{name}_{what}"] = share
    return batch


def right(relations):
    """Relations by ordered pair, by trigger and pair, and by trigger; a mutual one stands in both directions."""
    by_pair, by_triple, by_trigger = {}, {}, {}
    for r in relations:
        target = None if r.target < 0 else r.target
        ways = [(r.source, target)] + ([(r.target, r.source)] if r.mutual and target is not None else [])
        for s, t in ways:
            by_pair.setdefault((s, t), []).append(r)
            by_triple.setdefault((r.trigger, s, t), []).append(r)
        by_trigger.setdefault(r.trigger, []).append(r)
    return by_pair, by_triple, by_trigger


def in_batches(encoded, size, rng):
    """Batches of sentences of like length, in random order."""
    order = sorted(range(len(encoded)), key=lambda i: (len(encoded[i].ids) + rng.random() * 6))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [encoded[i] for i in group]
