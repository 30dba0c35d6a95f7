"""The reader's network: one encoder pass over a sentence, then small heads for mentions, triggers and relations.

The encoder is a plain BERT whose weights come out of an ONNX file. Two ways to relate mentions share it:
- pair by pair: a query made of source and target attends over the words; the four vectors together say what happened;
- trigger by trigger: a trigger, a source and a target are scored together; the trigger alone says what happened.
"""

import math

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional as F

from sentences import KINDS, STATUSES, TYPES

EVENT = ["none", "directed", "mutual"]
DISTANCES = 14


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask, dropout):
        b, t, w = x.shape
        q, k, v = (p(x).view(b, t, self.heads, -1).transpose(1, 2) for p in (self.query, self.key, self.value))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, t, w))
        x = self.norm1(x + F.dropout(a, dropout, self.training))
        h = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(h, dropout, self.training))


class Encoder(nn.Module):
    """BERT: word, position and segment vectors, then transformer layers."""

    def __init__(self, layers, width=384, heads=12, inner=1536, words=30522, positions=512, dropout=0.1):
        super().__init__()
        self.words, self.positions = nn.Embedding(words, width), nn.Embedding(positions, width)
        self.segments = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, mask):
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.words(ids) + self.positions(at) + self.segments.weight[0])
        x = F.dropout(x, self.dropout, self.training)
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(mask == 0, -1e9)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype), self.dropout)
        return x


def load_encoder(path, keep=None):
    """The encoder of a sentence-embedding model's ONNX file; `keep` lists the layers to take (all if None)."""
    model = onnx.load(path)
    tensors = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    linear = {n.name: tensors[n.input[1]].T for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in tensors}
    count = 1 + max(int(name.split(".")[2]) for name in tensors if name.startswith("encoder.layer."))
    keep = list(range(count)) if keep is None else keep
    encoder = Encoder(len(keep))

    def put(parameter, array):
        assert tuple(parameter.shape) == array.shape, (parameter.shape, array.shape)
        with torch.no_grad():
            parameter.copy_(torch.from_numpy(numpy.array(array)))

    put(encoder.words.weight, tensors["embeddings.word_embeddings.weight"])
    put(encoder.positions.weight, tensors["embeddings.position_embeddings.weight"])
    put(encoder.segments.weight, tensors["embeddings.token_type_embeddings.weight"])
    put(encoder.norm.weight, tensors["embeddings.LayerNorm.weight"])
    put(encoder.norm.bias, tensors["embeddings.LayerNorm.bias"])
    parts = {
        "query": "attention/self/query", "key": "attention/self/key", "value": "attention/self/value",
        "out": "attention/output/dense", "up": "intermediate/dense", "down": "output/dense",
    }
    norms = {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
    for layer, number in zip(encoder.layers, keep):
        for name, node in parts.items():
            module = getattr(layer, name)
            put(module.weight, linear[f"/encoder/layer.{number}/{node}/MatMul"])
            put(module.bias, tensors[f"encoder.layer.{number}.{node.replace('/', '.')}.bias"])
        for name, norm in norms.items():
            put(getattr(layer, name).weight, tensors[f"encoder.layer.{number}.{norm}.weight"])
            put(getattr(layer, name).bias, tensors[f"encoder.layer.{number}.{norm}.bias"])
    return encoder


class Tagger(nn.Module):
    """Mentions (outside, then begin and inside of each kind) and triggers (outside, begin, inside), word by word."""

    def __init__(self, width):
        super().__init__()
        self.mention = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 1 + 2 * len(KINDS)))
        self.trigger = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, 3))

    def forward(self, x):
        return self.mention(x), self.trigger(x)


class Heads(nn.Module):
    """Relations of a sentence's mentions, given the spans of mentions and triggers."""

    def __init__(self, width, codes, hidden=384, narrow=192, looks=4, dropout=0.1):
        super().__init__()
        self.looks = looks
        self.nobody = nn.Parameter(torch.randn(width) * 0.02)
        self.distance = nn.Embedding(DISTANCES, hidden)
        # Pair by pair.
        self.query = nn.Linear(2 * width, width)
        self.key = nn.Linear(width, width)
        self.p_cls, self.p_source, self.p_target, self.p_seen = (nn.Linear(width, hidden) for _ in range(4))
        self.p_hidden = nn.Linear(hidden, hidden)
        self.p_event, self.p_type = nn.Linear(hidden, len(EVENT)), nn.Linear(hidden, len(TYPES))
        self.p_code, self.p_status = nn.Linear(hidden, codes), nn.Linear(hidden, len(STATUSES))
        # Trigger by trigger.
        self.t_cls, self.t_source, self.t_target, self.t_trigger = (nn.Linear(width, hidden) for _ in range(4))
        # Triples are many: what is done with each is kept small.
        self.t_hidden, self.t_event = nn.Linear(hidden, narrow), nn.Linear(narrow, len(EVENT))
        self.w_hidden = nn.Linear(2 * width, hidden)
        self.w_type, self.w_code = nn.Linear(hidden, len(TYPES)), nn.Linear(hidden, codes)
        self.w_status = nn.Linear(hidden, len(STATUSES))
        self.dropout = dropout

    @staticmethod
    def pool(x, spans):
        """Mean of the word pieces of each span; x [B,T,W], spans [N,3] as sentence, first, end; [N,W]."""
        at = torch.arange(x.shape[1], device=x.device)
        inside = ((at >= spans[:, 1:2]) & (at < spans[:, 2:3])).to(x.dtype)
        return torch.einsum("nt,ntw->nw", inside / inside.sum(1, keepdim=True).clamp(min=1), x[spans[:, 0]])

    def forward(self, x, mask, mentions, triggers, pairs, triples):
        """
        x [B,T,W], mask [B,T]; mentions [M,3], triggers [K,3] as sentence, first piece, end; pairs [P,4] as sentence,
        source, target, distance; triples [Q,5] as sentence, trigger, source, target, distance. A target M is nobody.
        """
        drop = lambda v: F.dropout(v, self.dropout, self.training)
        who = torch.cat([self.pool(x, mentions), self.nobody[None].to(x.dtype)])
        said = self.pool(x, triggers)
        cls = x[:, 0]
        # Pair by pair.
        sentence, source, target = pairs[:, 0], pairs[:, 1], pairs[:, 2]
        s, t = who[source], who[target]
        q = self.query(torch.cat([s, t], -1)).view(pairs.shape[0], self.looks, 1, -1)
        k = self.key(x).view(x.shape[0], x.shape[1], self.looks, -1).transpose(1, 2)[sentence]
        scores = (q * k).sum(-1) / math.sqrt(q.shape[-1])
        scores = scores.masked_fill(mask[sentence][:, None, :] == 0, -1e4)
        look = scores.softmax(-1)
        v = x.view(x.shape[0], x.shape[1], self.looks, -1).transpose(1, 2)[sentence]
        seen = torch.einsum("plt,pltw->plw", look, v).reshape(pairs.shape[0], -1)
        h = self.p_cls(cls)[sentence] + self.p_source(who)[source] + self.p_target(who)[target]
        h = F.gelu(drop(h + self.p_seen(seen) + self.distance(pairs[:, 3])))
        h = F.gelu(drop(self.p_hidden(h)))
        by_pair = (self.p_event(h), self.p_type(h), self.p_code(h), self.p_status(h), look.mean(1))
        # Trigger by trigger.
        g = self.t_cls(cls)[triples[:, 0]] + self.t_trigger(said)[triples[:, 1]]
        g = g + self.t_source(who)[triples[:, 2]] + self.t_target(who)[triples[:, 3]] + self.distance(triples[:, 4])
        g = F.gelu(drop(g))
        event = self.t_event(F.gelu(drop(self.t_hidden(g))))
        w = F.gelu(drop(self.w_hidden(torch.cat([said, cls[triggers[:, 0]]], -1))))
        return by_pair, (event, self.w_type(w), self.w_code(w), self.w_status(w))


class Reader(nn.Module):
    def __init__(self, encoder, codes):
        super().__init__()
        width = encoder.norm.weight.shape[0]
        self.encoder, self.tagger, self.heads = encoder, Tagger(width), Heads(width, codes)

    def forward(self, batch, asked=lambda tags: None):
        """Tags and relations of a batch; `asked` may put other spans and pairs in the place of the batch's, given the tags."""
        x = self.encoder(batch["ids"], batch["mask"])
        tags = self.tagger(x)
        ask = asked(tags) or batch
        return tags, self.heads(x, batch["mask"], ask["mentions"], ask["triggers"], ask["pairs"], ask["triples"]), ask
