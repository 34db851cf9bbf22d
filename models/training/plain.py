"""The same model in plain PyTorch: for machines without a compiler, and to check the others against."""
import math

import torch

from shape import HEAD, rope_tables


def rotated(x, cosine, sine):
    """x [n, heads, HEAD] turned by position; cosine and sine are [n, HEAD / 2]."""
    even, odd = x[..., 0::2], x[..., 1::2]
    c, s = cosine[:, None], sine[:, None]
    return torch.stack([even * c - odd * s, even * s + odd * c], -1).flatten(-2)


def normed(x, weight, epsilon):
    return x * torch.rsqrt(x.float().pow(2).mean(-1, keepdim=True) + epsilon).to(x.dtype) * weight


def logits(shape, parameters, tokens, positions, document):
    """[n, vocabulary] for packed tokens; `document` numbers the document of each token."""
    cosine, sine = (table.to(tokens.device)[positions] for table in rope_tables(shape))
    n = len(tokens)
    hidden = (document[:, None] != document[None]) | torch.ones(n, n, dtype=torch.bool, device=tokens.device).triu(1)
    x = parameters["embed"][tokens]
    for l in range(shape.layers):
        qkv = normed(x, parameters[f"{l}.norm1"], shape.epsilon) @ parameters[f"{l}.qkv"].t()
        q, k, v = qkv.view(n, 3, shape.heads, HEAD).unbind(1)
        q, k = rotated(q, cosine, sine), rotated(k, cosine, sine)
        scores = torch.einsum("ihc,jhc->hij", q, k) / math.sqrt(HEAD)
        share = scores.masked_fill(hidden, -1e9).softmax(-1)
        x = x + torch.einsum("hij,jhc->ihc", share, v).reshape(n, -1) @ parameters[f"{l}.out"].t()
        gate, up = (normed(x, parameters[f"{l}.norm2"], shape.epsilon) @ parameters[f"{l}.gate_up"].t()).chunk(2, -1)
        x = x + (torch.nn.functional.silu(gate) * up) @ parameters[f"{l}.down"].t()
    return normed(x, parameters["norm"], shape.epsilon) @ parameters["embed"].t()


class PlainModel:
    """The interface of FusedModel, by autograd."""

    def __init__(self, shape, parameters, piece=1024):
        self.shape, self.piece, self.kind = shape, piece, torch.float32
        self.parameters = {name: value.float().contiguous() for name, value in parameters.items()}
        self.gradients = {}

    def refresh(self, name):
        """Nothing to do: there is no second copy of the parameters."""

    def _pieces(self, batch):
        """Spans of whole documents of about `piece` tokens."""
        starts, first = batch.starts.tolist(), 0
        for here, following in zip(starts[1:], starts[2:] + [None]):
            if following is None or following - first > self.piece:
                yield first, here
                first = here

    def run(self, batch, smoothing=0.0):
        leaves = {name: value.detach().requires_grad_() for name, value in self.parameters.items()}
        document = torch.zeros(len(batch.tokens), dtype=torch.long)
        document[batch.starts[1:-1].long()] = 1
        document = document.cumsum(0)
        tokens, targets, positions, losses = batch.tokens.long(), batch.targets.long(), batch.positions.long(), []
        for first, last in self._pieces(batch):
            span = slice(first, last)
            out = logits(self.shape, leaves, tokens[span], positions[span], document[span])
            loss = torch.nn.functional.cross_entropy(out, targets[span], reduction="none", label_smoothing=smoothing) * batch.weights[span]
            (loss.sum() / batch.total).backward()
            losses.append(loss.detach())
        self.gradients = {name: leaf.grad for name, leaf in leaves.items()}
        self.losses = torch.cat(losses)
        return self.losses
