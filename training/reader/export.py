"""Writes the trained reader as one file: a ZIP of two ONNX graphs (encoder, relations), the vocabulary and a manifest.

The encoder's matrices become int8 (dynamic quantisation), the vectors of words int8 with a scale a row, the heads' matrices half
precision. All entries have one fixed date, so the same weights give the same bytes.
"""

import argparse
import hashlib
import io
import json
import pathlib
import tempfile
import warnings
import zipfile

import numpy
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from model import EVENT, Encoder, Reader
from sentences import KINDS, STATUSES, TYPES

FORMAT = 2
MICROSOFT = "com.microsoft"


def load(path):
    state = torch.load(path, weights_only=True)
    model = Reader(Encoder(state["layers"]), len(state["codes"]))
    model.load_state_dict(state["model"])
    return model.eval(), state["codes"]


class Graph:
    def __init__(self):
        self.nodes, self.tensors = [], []

    def weight(self, name, array):
        self.tensors.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def op(self, kind, inputs, output, domain="", **attributes):
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output


def encoder_graph(model):
    """Word pieces in; vectors, mention tags and trigger tags out. Fused operators of ONNX Runtime, written down by hand."""
    g, e = Graph(), model.encoder
    array = lambda t: t.detach().numpy().astype(numpy.float32)
    words = array(e.words.weight)
    scale = numpy.abs(words).max(1, keepdims=True) / 127
    g.weight("words", numpy.round(words / scale).astype(numpy.int8))
    g.weight("words_scale", scale.astype(numpy.float32))
    g.weight("positions", array(e.positions.weight + e.segments.weight[0]))
    g.op("Gather", ["words", "ids"], "word_int8")
    g.op("Cast", ["word_int8"], "word_float", to=TensorProto.FLOAT)
    g.op("Gather", ["words_scale", "ids"], "word_scale")
    g.op("Mul", ["word_float", "word_scale"], "word")
    g.op("Shape", ["ids"], "length", start=1, end=2)
    g.weight("zero", numpy.array([0], dtype=numpy.int64))
    g.op("Slice", ["positions", "zero", "length", "zero"], "position")
    g.op("Add", ["word", "position"], "summed")
    norm = lambda n, m: (g.weight(n + "_g", array(m.weight)), g.weight(n + "_b", array(m.bias)))
    x = g.op("LayerNormalization", ["summed", *norm("norm", e.norm)], "x", axis=-1, epsilon=1e-12)
    g.op("Cast", ["mask"], "mask32", to=TensorProto.INT32)
    for i, layer in enumerate(e.layers):
        n = f"layer{i}_"
        qkv = (layer.query, layer.key, layer.value)
        g.weight(n + "qkv_w", numpy.concatenate([array(m.weight).T for m in qkv], axis=1))
        g.weight(n + "qkv_b", numpy.concatenate([array(m.bias) for m in qkv]))
        a = g.op("Attention", [x, n + "qkv_w", n + "qkv_b", "mask32"], n + "attended", MICROSOFT, num_heads=layer.heads)
        a = g.op("MatMul", [a, g.weight(n + "out_w", array(layer.out.weight).T)], n + "out")
        g.weight(n + "out_b", array(layer.out.bias))
        x = g.op("SkipLayerNormalization", [a, x, *norm(n + "norm1", layer.norm1), n + "out_b"], n + "mid", MICROSOFT, epsilon=1e-12)
        h = g.op("MatMul", [x, g.weight(n + "up_w", array(layer.up.weight).T)], n + "up")
        h = g.op("BiasGelu", [h, g.weight(n + "up_b", array(layer.up.bias))], n + "gelu", MICROSOFT)
        h = g.op("MatMul", [h, g.weight(n + "down_w", array(layer.down.weight).T)], n + "down")
        g.weight(n + "down_b", array(layer.down.bias))
        x = g.op("SkipLayerNormalization", [h, x, *norm(n + "norm2", layer.norm2), n + "down_b"], n + "x", MICROSOFT, epsilon=1e-12)
    exact = []
    for name, head in (("mention_tags", model.tagger.mention), ("trigger_tags", model.tagger.trigger)):
        h = g.op("MatMul", [x, g.weight(name + "_w1", array(head[0].weight).T)], name + "_1")
        h = g.op("BiasGelu", [h, g.weight(name + "_b1", array(head[0].bias))], name + "_gelu", MICROSOFT)
        h = g.op("MatMul", [h, g.weight(name + "_w2", array(head[2].weight).T)], name + "_2")
        g.op("Add", [h, g.weight(name + "_b2", array(head[2].bias))], name)
        exact += [name + "_1", name + "_2"]
    g.op("Identity", [x], "vectors")
    sizes = ["sentences", "pieces"]
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        g.nodes, "encoder",
        [value("ids", TensorProto.INT64, sizes), value("mask", TensorProto.INT64, sizes)],
        [value(n, TensorProto.FLOAT, sizes + [w]) for n, w in
         (("vectors", words.shape[1]), ("mention_tags", 1 + 2 * len(KINDS)), ("trigger_tags", 3))],
        g.tensors,
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(graph, opset_imports=opsets, ir_version=8), exact


class Relations(torch.nn.Module):
    """The heads as they run: one sentence, whose words nothing masks, so that what a pair looks at is two products of matrices."""

    def __init__(self, heads):
        super().__init__()
        self.heads = heads

    def forward(self, vectors, mentions, triggers, pairs, triples):
        """As Heads.forward for one sentence; the rows come without its number."""
        heads, x = self.heads, vectors[0]
        gelu = torch.nn.functional.gelu
        who = torch.cat([self.pool(x, mentions), heads.nobody[None]])
        said = self.pool(x, triggers)
        source, target = pairs[:, 0], pairs[:, 1]
        parted = lambda v: v.view(v.shape[0], heads.looks, -1).transpose(0, 1)
        # the query's matrix is two side by side: a mention's product with each is made once, not once a pair
        as_source, as_target = heads.query.weight.split(x.shape[1], 1)
        query = parted((who @ as_source.T)[source] + (who @ as_target.T)[target] + heads.query.bias)
        look = (query @ parted(heads.key(x)).transpose(1, 2) / query.shape[-1] ** 0.5).softmax(-1)
        seen = (look @ parted(x)).transpose(0, 1).reshape(pairs.shape[0], -1)
        h = heads.p_cls(x[:1]) + heads.p_source(who)[source] + heads.p_target(who)[target]
        h = gelu(heads.p_hidden(gelu(h + heads.p_seen(seen) + heads.distance(pairs[:, 2]))))
        g = heads.t_cls(x[:1]) + heads.t_trigger(said)[triples[:, 0]]
        g = g + heads.t_source(who)[triples[:, 1]] + heads.t_target(who)[triples[:, 2]] + heads.distance(triples[:, 3])
        event = heads.t_event(gelu(heads.t_hidden(gelu(g))))
        w = gelu(heads.w_hidden(torch.cat([said, x[:1].expand(said.shape[0], -1)], -1)))
        return (
            heads.p_event(h), heads.p_type(h), heads.p_code(h), heads.p_status(h), look.mean(0),
            event, heads.w_type(w), heads.w_code(w), heads.w_status(w),
        )

    @staticmethod
    def pool(x, spans):
        at = torch.arange(x.shape[0])
        inside = ((at >= spans[:, 0:1]) & (at < spans[:, 1:2])).to(x.dtype)
        return inside / inside.sum(1, keepdim=True).clamp(min=1) @ x


OUTPUTS = ["pair_event", "pair_type", "pair_code", "pair_status", "look", "triple_event", "trigger_type", "trigger_code", "trigger_status"]


def same_as_trained(model, example):
    """The heads as they run are the heads as they were trained."""
    vectors, *rows = example
    numbered = [torch.cat([torch.zeros(len(r), 1, dtype=torch.long), r], 1) for r in rows]
    with torch.no_grad():
        by_pair, by_trigger = model.heads(vectors, torch.ones(vectors.shape[:2], dtype=torch.long), *numbered)
        for one, other in zip(Relations(model.heads)(*example), (*by_pair, *by_trigger)):
            assert torch.allclose(one, other, atol=1e-4), (one - other).abs().max()


def relations_graph(model, width):
    long = lambda rows: torch.tensor(rows, dtype=torch.long)
    example = (
        torch.randn(1, 9, width), long([[1, 2], [4, 6], [6, 7]]), long([[3, 4], [5, 6]]),
        long([[0, 1, 2], [1, 0, 3], [2, 3, 13]]), long([[0, 0, 1, 2], [0, 1, 0, 3], [1, 2, 3, 13]]),
    )
    same_as_trained(model, example)
    names = ["vectors", "mentions", "triggers", "pairs", "triples"]
    axes = {n: {0: n} for n in names[1:]} | {"vectors": {1: "pieces"}}
    for n in OUTPUTS:
        axes[n] = {0: "pairs" if n.startswith("pair") or n == "look" else "triples" if n.startswith("triple") else "triggers"}
    axes["look"][1] = "pieces"
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        file = pathlib.Path(folder) / "relations.onnx"
        torch.onnx.export(
            Relations(model.heads).eval(), example, str(file), input_names=names, output_names=OUTPUTS,
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )
        graph = onnx.load(str(file))
    return halved(graph)


def halved(model):
    """Matrices stored in half precision, cast back where they are used."""
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        array = numpy_helper.to_array(tensor)
        if array.dtype == numpy.float32 and array.size >= 4096:
            graph.initializer.remove(tensor)
            graph.initializer.append(numpy_helper.from_array(array.astype(numpy.float16), tensor.name + "_half"))
            casts.append(helper.make_node("Cast", [tensor.name + "_half"], [tensor.name], to=TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def quantised(model, exact):
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder) / "a.onnx", pathlib.Path(folder) / "b.onnx"
        onnx.save(model, source)
        # Seven bits a weight: on processors without VNNI eight would overflow, and all machines are to give the same answer.
        quantize_dynamic(
            source, target, op_types_to_quantize=["MatMul", "Attention"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8, nodes_to_exclude=exact,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        return onnx.load(target)


def vocabulary(tokenizer):
    words = tokenizer.get_vocab(with_added_tokens=True)
    return "\n".join(sorted(words, key=words.get)) + "\n"


def pack(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(info, content)


def main():
    ask = argparse.ArgumentParser()
    ask.add_argument("--model", required=True, help="reader.pt of a training run")
    ask.add_argument("--tokenizer", required=True)
    ask.add_argument("--calibration", help="JSON of calibrate.py")
    ask.add_argument("--out", required=True)
    a = ask.parse_args()
    model, codes = load(a.model)
    encoder, exact = encoder_graph(model)
    onnx.checker.check_model(encoder)
    entries = {
        "encoder.onnx": quantised(encoder, exact).SerializeToString(),
        "relations.onnx": relations_graph(model, model.encoder.norm.weight.shape[0]).SerializeToString(),
        "vocabulary.txt": vocabulary(Tokenizer.from_file(a.tokenizer)).encode("utf8"),
    }
    manifest = {
        "format": FORMAT, "layers": len(model.encoder.layers), "kinds": KINDS, "types": TYPES, "statuses": STATUSES,
        "events": EVENT, "codes": codes,
        "sha256": {name: hashlib.sha256(content).hexdigest() for name, content in entries.items()},
    }
    if a.calibration:
        manifest["calibration"] = json.loads(pathlib.Path(a.calibration).read_text())
    pack(a.out, {"manifest.json": json.dumps(manifest, indent=1).encode("utf8"), **entries})
    print(a.out, pathlib.Path(a.out).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
