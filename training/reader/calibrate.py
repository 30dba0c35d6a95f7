"""Fits what turns scores into confidence, on the calibration part of the sentences, with found mentions."""

import argparse
import json
import pathlib

import torch
from tokenizers import Tokenizer

import export
import measure
from batches import encode
from sentences import code_types, part, read


# What the heads think less probable is never told; it would only bend the curve where it matters.
LEAST = 0.1
# Where three of four events of the plain register are right: below, an invented event comes for every second more that is found.
THRESHOLD = 0.37


def logit(p):
    p = min(1 - 1e-6, max(1e-6, p))
    return torch.logit(torch.tensor(p, dtype=torch.float64)).item()


def candidates(o):
    """Every relation that the reader might tell: key, score, and what the heads think of it; as LearnedReader has them."""
    best = {}
    for s, t, _, kind, _, _, score, by_heads in measure.read_events(o, threshold=LEAST):
        a, b = o["mentions"][s][:2], None if t is None else o["mentions"][t][:2]
        key = (a, b, kind)
        if key not in best or score > best[key][0]:
            best[key] = (score, by_heads)
    return best


def is_right(event, gold):
    """A user asks whether the event is so, not whether "the" belongs to its actor: mentions need only overlap."""
    same = lambda a, b: a is b is None or (a is not None and b is not None and a[0] < b[1] and b[0] < a[1])
    return any(event[2] == kind and same(event[0], s) and same(event[1], t) for s, t, kind in gold)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--model", required=True)
    ask.add_argument("--tokenizer", required=True)
    ask.add_argument("--sentences", required=True)
    ask.add_argument("--data", required=True)
    ask.add_argument("--out", required=True)
    a = ask.parse_args()
    model, codes = export.load(a.model)
    codes = {c: i for i, c in enumerate(codes)}
    types = code_types(pathlib.Path(a.data) / "codebook/cameo.tsv")
    tokenizer = Tokenizer.from_file(a.tokenizer)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    encoded = [encode(tokenizer, e) for e in read(a.sentences) if part(e) == "calibration"]
    rows, wanted = [], 0
    for o in measure.outputs(model, encoded, codes, types, found=True):
        gold = measure.gold_events(o, types)
        wanted += len(gold)
        rows += [
            (logit(pair), logit(trigger), kind, float(key[1] is None), is_right(key, gold))
            for key, (_, (pair, trigger, kind)) in candidates(o).items()
        ]
    x = torch.tensor([r[:4] for r in rows], dtype=torch.float64)
    y = torch.tensor([float(r[4]) for r in rows], dtype=torch.float64)
    w = torch.zeros(5, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(w[0] + x @ w[1:], y) + 1e-4 * (w[1:] ** 2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    confidence = torch.sigmoid(w[0] + x @ w[1:]).detach()
    for threshold in [i / 100 for i in range(30, 75, 5)]:
        told = confidence >= threshold
        print(f"threshold {threshold:.2f} P {y[told].mean():.3f} of {int(told.sum())} told, {wanted} wanted")
    names = ("bias", "pair", "trigger", "type", "nobody")
    found = dict(zip(names, w.tolist())) | {"threshold": THRESHOLD}
    pathlib.Path(a.out).write_text(json.dumps({k: round(v, 4) for k, v in found.items()}))
    print(found)


if __name__ == "__main__":
    main()
