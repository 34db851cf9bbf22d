"""The same model for a GPU: packed documents, attention inside each document, products in bfloat16, sums in float32.

The parts between the attentions are compiled by torch.compile where that works.  Which attention is used is decided by a
trial against the plain computation: a flash kernel for packed sequences, or else one over padded documents.
"""
import inspect
import math

import torch

from batches import LONGEST_DOCUMENT
from shape import HEAD, rope_tables

_TRIAL_ERROR = 0.03


def _normed(x, weight, epsilon, kind):
    return (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon) * weight).to(kind)


def _turned(x, cosine, sine):
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack([even * cosine - odd * sine, even * sine + odd * cosine], -1).flatten(-2)


def before_attention(x, norm, qkv, cosine, sine, epsilon, kind):
    """Queries, keys and values [n, heads, HEAD] of the stream x [n, width] in float32."""
    n, width = x.shape
    product = torch.nn.functional.linear(_normed(x, norm, epsilon, kind), qkv.to(kind)).view(n, 3, width // HEAD, HEAD)
    q, k, v = product.unbind(1)
    return _turned(q.float(), cosine, sine).to(kind), _turned(k.float(), cosine, sine).to(kind), v.contiguous()


def after_attention(x, attended, out, norm, gate_up, down, epsilon, kind):
    """The stream after the rest of a layer."""
    x = x + torch.nn.functional.linear(attended, out.to(kind)).float()
    gate, up = torch.nn.functional.linear(_normed(x, norm, epsilon, kind), gate_up.to(kind)).chunk(2, -1)
    return x + torch.nn.functional.linear(torch.nn.functional.silu(gate) * up, down.to(kind)).float()


def weighted_losses(x, norm, embed, targets, weights, smoothing, epsilon, kind):
    """Cross-entropy of each token times its weight, [n] float32."""
    logits = torch.nn.functional.linear(_normed(x, norm, epsilon, kind), embed.to(kind)).float()
    return torch.nn.functional.cross_entropy(logits, targets, reduction="none", label_smoothing=smoothing) * weights


def flash_attention(q, k, v, starts):
    return torch.ops.aten._flash_attention_forward(q, k, v, starts, starts, LONGEST_DOCUMENT, LONGEST_DOCUMENT, 0.0, True, False)[0]


def variable_length_attention(q, k, v, starts):
    from torch.nn.attention.varlen import varlen_attn
    causal = {"window_size": (-1, 0)} if "window_size" in inspect.signature(varlen_attn).parameters else {"is_causal": True}
    return varlen_attn(q, k, v, starts, starts, LONGEST_DOCUMENT, LONGEST_DOCUMENT, **causal)


def padded_attention(q, k, v, starts):
    """Every document in a row of its own, as wide as the longest."""
    n, heads, _ = q.shape
    lengths = (starts[1:] - starts[:-1]).long()
    width = int(lengths.max())
    rows = torch.repeat_interleave(torch.arange(len(lengths), device=q.device), lengths)
    places = rows * width + torch.arange(n, device=q.device) - starts[:-1].long()[rows]
    spread = lambda t: t.new_zeros(len(lengths) * width, heads, HEAD).index_copy(0, places, t).view(len(lengths), width, heads, HEAD).transpose(1, 2)
    q, k, v = spread(q), spread(k), spread(v)
    if hasattr(torch.nn.functional, "scaled_dot_product_attention"):
        out = torch.nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
    else:
        hidden = torch.ones(width, width, dtype=torch.bool, device=q.device).triu(1)
        out = (q @ k.transpose(-1, -2) / math.sqrt(HEAD)).masked_fill(hidden, -math.inf).softmax(-1) @ v
    return out.transpose(1, 2).reshape(-1, heads, HEAD)[places]


def plain_attention(q, k, v, starts):
    """The definition, for trials: [n, n] scores."""
    n = len(q)
    document = torch.bucketize(torch.arange(n, device=q.device), starts[1:].long(), right=True)
    hidden = (document[:, None] != document[None]) | torch.ones(n, n, dtype=torch.bool, device=q.device).triu(1)
    scores = torch.einsum("ihc,jhc->hij", q.float(), k.float()) / math.sqrt(HEAD)
    return torch.einsum("hij,jhc->ihc", scores.masked_fill(hidden, -math.inf).softmax(-1), v.float())


def _gradients(attention, tensors, starts):
    leaves = [tensor.detach().requires_grad_() for tensor in tensors]
    out = attention(*leaves, starts)
    out.float().pow(2).sum().backward()
    return [out.detach().float(), *(leaf.grad.float() for leaf in leaves)]


def quickest_attention(device, kind):
    """The first attention that works on a device and agrees with the plain one, forward and backward."""
    generator = torch.Generator().manual_seed(5)
    tensors = [torch.randn(300, 2, HEAD, generator=generator).to(device, kind) for _ in range(3)]
    starts = torch.tensor([0, 1, 40, 170, 300], dtype=torch.int32, device=device)
    expected = _gradients(plain_attention, tensors, starts)
    for attention in (flash_attention, variable_length_attention, padded_attention):
        try:
            found = _gradients(attention, tensors, starts)
        except Exception as problem:  # whatever a build of PyTorch lacks
            print(f"{attention.__name__} does not work here: {str(problem).splitlines()[0][:200]}", flush=True)
            continue
        errors = [((a - b).norm() / b.norm()).item() for a, b in zip(found, expected)]
        if max(errors) < _TRIAL_ERROR:
            return attention
        print(f"{attention.__name__} is off by {max(errors):.3f} here.", flush=True)
    raise ValueError("No attention of this PyTorch works on this device.")


class PackedModel:
    """The interface of FusedModel, by autograd, on a GPU (or, slowly, a CPU)."""

    def __init__(self, shape, parameters, device="cuda", compiled=True):
        self.shape, self.device = shape, torch.device(device)
        self.kind = torch.bfloat16 if self.device.type == "cuda" else torch.float32
        self.parameters = {name: value.float().to(self.device).contiguous() for name, value in parameters.items()}
        self._cosine, self._sine = (table.to(self.device) for table in rope_tables(shape))
        self._attention = quickest_attention(self.device, self.kind)
        self._parts = before_attention, after_attention, weighted_losses
        self._trial = compiled and hasattr(torch, "compile")
        self.gradients, self.losses = {}, None

    def refresh(self, name):
        """Nothing to do: there is no second copy of the parameters."""

    def run(self, batch, smoothing=0.0):
        """Fills `losses` (weighted, per token, on the device) and `gradients` (of the mean over all weights) for a batch."""
        if self._trial:
            self._trial = False
            self._try_compiling(batch, smoothing)
        return self._run(batch, smoothing)

    def _try_compiling(self, batch, smoothing):
        plain = self._parts
        try:
            self._parts = tuple(torch.compile(part, dynamic=False) for part in plain)
            self._run(batch, smoothing)
        except Exception as problem:  # a machine without a compiler, say
            print(f"Not compiled: {str(problem).splitlines()[0][:200]}", flush=True)
            self._parts = plain

    def _run(self, batch, smoothing):
        total, batch, shape, epsilon, kind = batch.total, batch.on(self.device), self.shape, self.shape.epsilon, self.kind
        before, after, losses = self._parts
        leaves = {name: value.detach().requires_grad_() for name, value in self.parameters.items()}
        positions = batch.positions.long()
        cosine, sine = self._cosine[positions][:, None], self._sine[positions][:, None]
        x = leaves["embed"][batch.tokens.long()]
        for l in range(shape.layers):
            part = lambda name: leaves[f"{l}.{name}"]
            q, k, v = before(x, part("norm1"), part("qkv"), cosine, sine, epsilon, kind)
            attended = self._attention(q, k, v, batch.starts).reshape(len(x), shape.width)
            x = after(x, attended, part("out"), part("norm2"), part("gate_up"), part("down"), epsilon, kind)
        self.losses = losses(x, leaves["norm"], leaves["embed"], batch.targets.long(), batch.weights, smoothing, epsilon, kind)
        (self.losses.sum() / total).backward()
        self.gradients = {name: leaf.grad for name, leaf in leaves.items()}
        self.losses = self.losses.detach()
        return self.losses
