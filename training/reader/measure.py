"""How well the network reads sentences with known answers: mentions, triggers, types, and whole events."""

import collections

import torch

from batches import Encoded, candidates, collate, right
from sentences import KINDS, STATUSES, TYPES


NEVER = -1e9


def spans(scores, first, kinds, links=None):
    """
    Spans (first piece, end piece, kind) of a sentence, from the scores [pieces, 1 + 2 * kinds] of outside, begin, inside, ...

    The best sequence in which no span begins with an inside or ends with a word that links to the next (Viterbi), over begin and
    inside of all kinds together; then each span's kind. Only the first pieces of words count. `links` tells of each piece whether
    such a word begins with it (none if absent).
    """
    at = [i for i, opens in enumerate(first) if opens]
    if not at:
        return []
    chance = scores[at].float().softmax(-1)
    steps = torch.stack([chance[:, 0], chance[:, 1::2].sum(1), chance[:, 2::2].sum(1)], 1).clamp(min=1e-9).log().tolist()
    best, back = [steps[0][0], steps[0][1], NEVER], []
    link = [bool(links) and links[i] for i in at]
    closed = lambda n: [best[0], best[1] + NEVER * link[n], best[2] + NEVER * link[n]]
    for n, step in enumerate(steps[1:]):
        ended = closed(n)
        outside = max(range(3), key=lambda k: ended[k])
        inside = 1 if best[1] >= best[2] else 2
        back.append((outside, outside, inside))
        best = [ended[outside] + step[0], ended[outside] + step[1], best[inside] + step[2]]
    ended = closed(len(steps) - 1)
    tags = [max(range(3), key=lambda k: ended[k])]
    for step in reversed(back):
        tags.append(step[tags[-1]])
    tags.reverse()
    found, n = [], 0
    while n < len(tags):
        if tags[n] != 1:
            n += 1
            continue
        end = n + 1
        while end < len(tags) and tags[end] == 2:
            end += 1
        kind = (chance[n:end, 1::2].sum(0) + chance[n:end, 2::2].sum(0)).argmax()
        found.append((at[n], at[end] if end < len(at) else len(first), kinds[int(kind)]))
        n = end
    return found


def tagged(scores, group):
    """The mentions and the triggers of each sentence of a batch, from the tagger's scores."""
    mention, trigger = scores
    return [
        (
            spans(mention[n, : len(e.ids) - 1], e.first[:-1], KINDS, e.links[:-1]),
            spans(trigger[n, : len(e.ids) - 1], e.first[:-1], ["T"]),
        )
        for n, e in enumerate(group)
    ]


def batches(encoded, size=32):
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids))
    for at in range(0, len(order), size):
        yield [encoded[i] for i in order[at : at + size]]


@torch.no_grad()
def outputs(model, encoded, codes, types, found=False):
    """For each sentence: mentions and triggers as used (found or given), and what the heads say of pairs and triples."""
    model.eval()
    for group in batches(encoded):
        batch = collate(group, codes, types)
        x = model.encoder(batch["ids"], batch["mask"])
        tags = tagged(model.tagger(x), group)
        used = group
        if found:
            used = [
                Encoded(e.ids, e.offsets, e.first, e.links, e.example, list(m), [t[:2] for t in s]) for e, (m, s) in zip(group, tags)
            ]
            for e in used:
                e.example = type(e.example)(e.example.text, [], [], [], e.example.file, e.example.plain)
            batch = collate(used, codes, types)
        by_pair, by_trigger = model.heads(x, batch["mask"], batch["mentions"], batch["triggers"], batch["pairs"], batch["triples"])
        by_pair = [v.float().softmax(-1) for v in by_pair[:4]]
        by_trigger = [v.float().softmax(-1) for v in by_trigger]
        p = q = w = 0
        for n, e in enumerate(used):
            pairs, triples = candidates(e.mentions, e.triggers)
            said = sum(t is not None for t in e.triggers)
            yield {
                "gold": group[n],
                "mentions": e.mentions,
                "triggers": e.triggers,
                "tags": tags[n],
                "pairs": pairs,
                "triples": triples,
                "pair": [v[p : p + len(pairs)] for v in by_pair],
                "triple": by_trigger[0][q : q + len(triples)],
                "trigger": [v[w : w + said] for v in by_trigger[1:]],
            }
            p, q, w = p + len(pairs), q + len(triples), w + said


def f1(right_, found, wanted):
    p, r = right_ / max(1, found), right_ / max(1, wanted)
    return p, r, 2 * p * r / max(1e-9, p + r)


def read_events(o, way="both", threshold=0.5):
    """
    Events of a sentence: (source, target or None, mutual, type, status, trigger, probability, probabilities of an event by the pair and by
    the trigger and of the type by the pair).
    """
    events = []
    by_triple = {}
    for (k, s, t), row in zip(o["triples"], o["triple"]):
        by_triple.setdefault((s, t), []).append((1 - float(row[0]), k, row))
    trigger_at = {k: i for i, k in enumerate(k for k, t in enumerate(o["triggers"]) if t)}
    for i, (s, t) in enumerate(o["pairs"]):
        a = 1 - float(o["pair"][0][i][0])
        best = max(by_triple.get((s, t), [(0.0, None, None)]), key=lambda v: v[0])
        for b, k, row in by_triple.get((s, t), []) or [(0.0, None, None)]:
            kind = o["pair"][1][i]
            event = o["pair"][0][i]
            status = o["pair"][3][i]
            if k is not None and way != "pair":
                w = o["trigger"][0][trigger_at[k]]
                kind = w if way == "trigger" or k != best[1] else (kind + w) / 2
                event = row if way == "trigger" else (event + row) / 2
                status = o["trigger"][2][trigger_at[k]] if way == "trigger" else (status + o["trigger"][2][trigger_at[k]]) / 2
            if way == "pair":
                if k != best[1]:
                    continue
                score = a
            elif way == "trigger":
                score = b
            else:
                score = (a + b) / 2
            if score >= threshold:
                mutual = t is not None and float(event[2]) > float(event[1])
                best_type = int(kind.argmax())
                by_heads = (a, b, float(o["pair"][1][i][best_type]))
                events.append((s, t, mutual, TYPES[best_type], STATUSES[int(status.argmax())], k, score, by_heads))
    return events


def measure(model, encoded, codes, types):
    figures = {}
    m = collections.Counter()
    type_hits = collections.Counter()
    for o in outputs(model, encoded, codes, types):
        gold = {(a, b) for a, b, _ in (x for x in o["gold"].mentions if x)}
        got = {(a, b) for a, b, _ in o["tags"][0]}
        m["mr"] += len(gold & got); m["mf"] += len(got); m["mg"] += len(gold)
        gt = [t for t in o["gold"].triggers if t]
        ft = [(a, b) for a, b, _ in o["tags"][1]]
        m["tr"] += sum(any(a < d and c < b for c, d in gt) for a, b in ft); m["tf"] += len(ft); m["tg"] += len(gt)
        m["thit"] += sum(any(a < d and c < b for c, d in ft) for a, b in gt)
        by_pair, _, by_trigger = right(o["gold"].example.relations)
        for i, pair in enumerate(o["pairs"]):
            if pair in by_pair:
                want = {types[r.code] for r in by_pair[pair]}
                m["types"] += 1
                m["type"] += TYPES[int(o["pair"][1][i].argmax())] in want
        trigger_at = [k for k, t in enumerate(o["triggers"]) if t]
        for j, k in enumerate(trigger_at):
            if k in by_trigger:
                m["wtypes"] += 1
                m["wtype"] += TYPES[int(o["trigger"][0][j].argmax())] in {types[r.code] for r in by_trigger[k]}
    figures["mentions"] = "P %.3f R %.3f F %.3f" % f1(m["mr"], m["mf"], m["mg"])
    p, r = m["tr"] / max(1, m["tf"]), m["thit"] / max(1, m["tg"])
    figures["triggers"] = "P %.3f R %.3f F %.3f" % (p, r, 2 * p * r / max(1e-9, p + r))
    figures["pair type"] = "%.3f" % (m["type"] / max(1, m["types"]))
    figures["trigger type"] = "%.3f" % (m["wtype"] / max(1, m["wtypes"]))
    ways = ("pair", "trigger", "both")
    for found in (False, True):
        seen = list(outputs(model, encoded, codes, types, found))
        for way in ways:
            figures[f"events {'found' if found else 'given'} {way}"] = "P %.3f R %.3f F %.3f" % events_f1(seen, types, way)
    figures["plain found both"] = "P %.3f R %.3f F %.3f" % events_f1([o for o in seen if o["gold"].example.plain], types, "both")
    return figures


def gold_events(o, types):
    """The right events as (source span, target span or None, type), a mutual one in both directions."""
    by_pair, _, _ = right(o["gold"].example.relations)
    span = lambda i: o["gold"].mentions[i][:2] if o["gold"].mentions[i] else None
    return {(span(s), None if t is None else span(t), types[r.code]) for (s, t), rs in by_pair.items() for r in rs}


def events_f1(seen, types, way, threshold=0.5):
    hit = found = wanted = 0
    for o in seen:
        gold = gold_events(o, types)
        got = set()
        for s, t, mutual, kind, *_ in read_events(o, way, threshold):
            a, b = o["mentions"][s][:2], None if t is None else o["mentions"][t][:2]
            got.add((a, b, kind))
            if mutual:
                got.add((b, a, kind))
        hit, found, wanted = hit + len(gold & got), found + len(got), wanted + len(gold)
    return f1(hit, found, wanted)
