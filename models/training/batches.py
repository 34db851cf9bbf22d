"""Packs generated documents into batches of a fixed number of tokens."""
from dataclasses import dataclass

import torch

import documents

LONGEST_DOCUMENT = 640
SHORTEST_PIECE = 40


@dataclass
class Batch:
    """tokens, targets, positions [n] int32; weights [n] float32; starts [documents + 1] int32; kinds [n] names."""
    tokens: torch.Tensor
    targets: torch.Tensor
    weights: torch.Tensor
    positions: torch.Tensor
    starts: torch.Tensor
    kinds: list

    @property
    def total(self):
        return max(1e-6, self.weights.sum().item())


class Packer:
    """An endless source of batches, decided by its random source alone."""

    def __init__(self, tokenizer, random, size, simple=False):
        self.tokenizer, self.random, self.size, self.simple = tokenizer, random, size, simple
        self._waiting = []

    def _document(self):
        while True:
            kind, pieces = documents.draw_document(self.random, self.tokenizer, self.simple)
            ids, weights = [], []
            for text, weight in pieces:
                encoded = self.tokenizer.encode(text) if isinstance(text, str) else text
                ids += encoded
                weights += [weight] * len(encoded)
            if len(ids) <= LONGEST_DOCUMENT:
                return kind, ids, weights

    def next(self):
        tokens, targets, weights, positions, starts, kinds = [], [], [], [], [0], []
        while len(tokens) < self.size:
            kind, ids, weight = self._waiting.pop() if self._waiting else self._document()
            count, room = len(ids) - 1, self.size - len(tokens)
            if count > room:  # the rest of the batch: a piece of this document, which then comes whole in the next batch
                if room > SHORTEST_PIECE:
                    self._waiting.append((kind, ids, weight))
                weight = weight if room > SHORTEST_PIECE else [0] * len(weight)
                ids, weight, count = ids[:room + 1], weight[:room + 1], room
            tokens += ids[:count]
            targets += ids[1:count + 1]
            weights += weight[1:count + 1]
            positions += range(count)
            kinds += [kind] * count
            starts.append(len(tokens))
        whole = lambda values: torch.tensor(values, dtype=torch.int32)
        return Batch(whole(tokens), whole(targets), torch.tensor(weights, dtype=torch.float32), whole(positions), whole(starts), kinds)
