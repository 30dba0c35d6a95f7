"""Trains the reader. Logs every epoch, keeps a checkpoint, and goes on from it when started again."""

import argparse
import json
import pathlib
import random
import re
import time

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

import measure
from batches import Swapper, as_found, collate, encode, in_batches
from model import Reader, load_encoder
from names import actor_names
from sentences import code_types, part, read

WEIGHTS = {
    "mention": 1.0, "trigger": 0.6, "pair_event": 1.0, "triple_event": 1.0, "type": 1.0, "code": 0.5, "status": 0.5, "as_taught": 1.0
}


def as_taught(own, taught, ask, batch):
    """
    How far a model's answers are from its teacher's (Hinton, Vinyals and Dean, "Distilling the Knowledge in a Neural
    Network", 2015): the divergence of every output, weighed like the losses on the labels.
    """
    def away(x, y):
        x, y = x.float(), y.float()
        return (y.softmax(-1) * (y.log_softmax(-1) - x.log_softmax(-1))).sum(-1)

    (mention, trigger), (by_pair, by_trigger) = own
    (their_mention, their_trigger), (theirs_by_pair, theirs_by_trigger) = taught
    words = batch["mention_tags"] != -100
    many = max(1, len(ask["pair_at"]))
    total = (WEIGHTS["mention"] * away(mention, their_mention)[words].mean() + WEIGHTS["trigger"] * away(trigger, their_trigger)[words].mean()) * 4
    total = total + (away(by_pair[0], theirs_by_pair[0]).sum() + away(by_trigger[0], theirs_by_trigger[0]).sum()) / many
    for which, weight in ((1, WEIGHTS["type"]), (2, WEIGHTS["code"]), (3, WEIGHTS["status"])):
        for ours, theirs, at in ((by_pair, theirs_by_pair, ask["pair_at"]), (by_trigger, theirs_by_trigger, ask["trigger_at"])):
            if len(at):
                total = total + weight * away(ours[which][at], theirs[which][at]).mean()
    return total


def losses(model, batch, type_weight, asked, teacher=None):
    (mention, trigger), (by_pair, by_trigger), ask = model(batch, asked)
    p_event, p_type, p_code, p_status, _ = by_pair
    t_event, w_type, w_code, w_status = by_trigger
    ce = lambda x, y, **how: F.cross_entropy(x.float(), y, **how)
    soft = lambda x, y, weight=None: ce(x, y, label_smoothing=0.05, weight=weight) if len(y) else x.sum() * 0.0
    at, said = ask["pair_at"], ask["trigger_at"]
    # Events are few among pairs: the sum over all is measured by the number of events, so long sentences do not drown them.
    many = max(1, len(at))
    taught = p_event.sum() * 0
    if teacher is not None:
        with torch.no_grad():
            tags, heads, _ = teacher(batch, lambda tags: ask)
        taught = as_taught(((mention, trigger), (by_pair, by_trigger)), (tags, heads), ask, batch)
    return {
        "as_taught": taught,
        "mention": ce(mention.transpose(1, 2), batch["mention_tags"], ignore_index=-100) * 4,
        "trigger": ce(trigger.transpose(1, 2), batch["trigger_tags"], ignore_index=-100) * 4,
        "pair_event": ce(p_event, ask["pair_event"], reduction="sum") / many,
        "triple_event": ce(t_event, ask["triple_event"], reduction="sum") / many if len(t_event) else p_event.sum() * 0,
        "type": soft(p_type[at], ask["pair_type"], type_weight) + soft(w_type[said], ask["trigger_type"], type_weight),
        "code": soft(p_code[at], ask["pair_code"]) + soft(w_code[said], ask["trigger_code"]),
        "status": soft(p_status[at], ask["pair_status"]) + soft(w_status[said], ask["trigger_status"]),
    }


def layers_of(state, keep):
    """A trained model's weights with only some of its encoder's layers; all if `keep` is None."""
    if keep is None:
        return state
    kept = {}
    for name, weights in state.items():
        found = re.fullmatch(r"(encoder\.layers\.)(\d+)(\..*)", name)
        if not found:
            kept[name] = weights
        elif int(found[2]) in keep:
            kept[found[1] + str(keep.index(int(found[2]))) + found[3]] = weights
    return kept


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--encoder", required=True, help="ONNX file of the encoder")
    ask.add_argument("--tokenizer", required=True)
    ask.add_argument("--keep", default="", help="layers to keep, as 0,2,4; all if empty")
    ask.add_argument("--sentences", required=True)
    ask.add_argument("--data", required=True, help="folder org/casus of the core's resources")
    ask.add_argument("--out", required=True)
    ask.add_argument("--epochs", type=int, default=5)
    ask.add_argument("--batch", type=int, default=16)
    ask.add_argument("--seed", type=int, default=7)
    ask.add_argument("--swap", type=float, default=0.3)
    ask.add_argument("--start", help="reader.pt to go on from, for a few more sentences, or with fewer layers (--keep)")
    ask.add_argument("--pace", type=float, default=0.2, help="with --start: the learning rates' share")
    ask.add_argument("--new", default="", help="with --start: files to read whole, as a.txt,b.txt, and a fifth of all others beside them")
    ask.add_argument("--teacher", help="reader.pt with all layers, whose answers are learned beside the labels")
    ask.add_argument("--found", type=float, default=0.5, help="how often a found span takes the place of a given one, after the first epoch")
    a = ask.parse_args()
    torch.manual_seed(a.seed)
    rng = random.Random(a.seed)
    out = pathlib.Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    types = code_types(pathlib.Path(a.data) / "codebook/cameo.tsv")
    examples = read(a.sentences)
    codes = {c: i for i, c in enumerate(sorted({r.code[:3] for e in examples for r in e.relations}))}
    (out / "codes.json").write_text(json.dumps(list(codes)))
    parts = {"train": [], "calibration": [], "test": []}
    for e in examples:
        parts[part(e)].append(e)
    tokenizer = Tokenizer.from_file(a.tokenizer)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    train = parts["train"]
    if a.new:
        train = [e for e in train if e.file in a.new.split(",") or rng.random() < 0.2]
    swap = Swapper(train, actor_names(a.data), a.swap, rng)
    keep = [int(k) for k in a.keep.split(",")] if a.keep else None
    model = Reader(load_encoder(a.encoder, keep), len(codes))
    pace = 1.0
    if a.start:
        state = torch.load(a.start, weights_only=True)
        assert state["codes"] == list(codes), "the sentences have other codes than those of --start"
        model.load_state_dict(layers_of(state["model"], keep if state["layers"] > len(model.encoder.layers) else None))
        pace = a.pace
    teacher = None
    if a.teacher:
        state = torch.load(a.teacher, weights_only=True)
        assert state["codes"] == list(codes), "the sentences have other codes than those of --teacher"
        teacher = Reader(load_encoder(a.encoder), len(codes)).eval()
        teacher.load_state_dict(state["model"])
    often = torch.ones(16)
    for e in train:
        for r in e.relations:
            often[measure.TYPES.index(types[r.code])] += 1
    type_weight = (often.mean() / often).sqrt().clamp(0.7, 1.5)

    # The vectors of words stay as they are: rare words and names keep what they meant before, and a step costs less.
    model.encoder.words.weight.requires_grad_(False)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    rest = list(model.tagger.parameters()) + list(model.heads.parameters())
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": pace * 8e-5, "weight_decay": 0.01}, {"params": rest, "lr": pace * 1e-3, "weight_decay": 0.01}], fused=True
    )
    steps = a.epochs * ((len(train) + a.batch - 1) // a.batch)
    warm = steps // 20
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / warm, max(0.0, (steps - i) / (steps - warm)))
    )
    begun, log = 0, out / "log.txt"
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        rng.setstate(state["rng"])
        torch.set_rng_state(state["torch"])
        begun = state["epoch"]
    say = lambda text: (print(text, flush=True), log.open("a").write(text + "\n"))
    say(f"{len(train)} sentences to train on, {len(parts['test'])} held out, {steps} steps, {len(codes)} codes")
    for epoch in range(begun, a.epochs):
        model.train()
        start, seen, sums = time.time(), 0, {}
        encoded = [encode(tokenizer, swap(e)) for e in train]
        for group in in_batches(encoded, a.batch, rng):
            batch = collate(group, codes, types)

            def asked(tags):
                if (epoch == 0 and not a.start) or a.found == 0:
                    return None
                found = measure.tagged([t.detach() for t in tags], group)
                return collate([as_found(e, *f, a.found, rng) for e, f in zip(group, found)], codes, types)

            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts_of_loss = losses(model, batch, type_weight, asked, teacher)
            loss = sum(WEIGHTS[k] * v for k, v in parts_of_loss.items())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen += 1
            for k, v in parts_of_loss.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach())
            if seen % 50 == 0:
                say(f"epoch {epoch + 1} step {seen} {time.time() - start:.0f} s " + " ".join(f"{k} {v / seen:.3f}" for k, v in sums.items()))
        state = {
            "model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
            "rng": rng.getstate(), "torch": torch.get_rng_state(), "epoch": epoch + 1,
        }
        torch.save(state, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").rename(checkpoint)
        say(f"epoch {epoch + 1} done in {time.time() - start:.0f} s")
        figures = measure.measure(model, [encode(tokenizer, e) for e in parts["test"]], codes, types)
        say(f"epoch {epoch + 1} held out: {figures}")
    torch.save({"model": model.state_dict(), "codes": list(codes), "layers": len(model.encoder.layers)}, out / "reader.pt")


if __name__ == "__main__":
    main()
