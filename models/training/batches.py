"""Packs generated documents into batches of a fixed number of tokens."""
import multiprocessing
import queue
import random as randomness
import signal
from dataclasses import dataclass, replace

import numpy as np
import torch

import documents
import tokenizer as tokenizers

LONGEST_DOCUMENT = 640
SHORTEST_PIECE = 40
KINDS = [make.__name__.removesuffix("_document") for make in documents.MIX]
_WAITING_BATCHES = 4  # of each worker
_PATIENCE_SECONDS = 120


@dataclass
class Batch:
    """tokens, targets, positions [n] int32; weights [n] float32; starts [documents + 1] int32; kinds [n] int32, places in KINDS."""
    tokens: torch.Tensor
    targets: torch.Tensor
    weights: torch.Tensor
    positions: torch.Tensor
    starts: torch.Tensor
    kinds: torch.Tensor

    @property
    def total(self):
        return max(1e-6, self.weights.sum().item())

    def on(self, device):
        """The same batch on a device; the copy may still be under way."""
        return replace(self, **{name: tensor.to(device, non_blocking=True) for name, tensor in vars(self).items()})


class Packer:
    """An endless source of batches, decided by its random source alone."""

    def __init__(self, tokenizer, random, size, simple=False, text_share=None):
        self.tokenizer, self.random, self.size, self.simple, self.text_share = tokenizer, random, size, simple, text_share
        self._waiting = []

    def _document(self):
        while True:
            kind, pieces = documents.draw_document(self.random, self.tokenizer, self.simple, self.text_share)
            ids, weights = [], []
            for text, weight in pieces:
                encoded = self.tokenizer.encode(text) if isinstance(text, str) else text
                ids += encoded
                weights += [weight] * len(encoded)
            if len(ids) <= LONGEST_DOCUMENT:
                return KINDS.index(kind), ids, weights

    def arrays(self):
        """The fields of the next batch as NumPy arrays."""
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
        whole = lambda values: np.array(values, np.int32)
        return {"tokens": whole(tokens), "targets": whole(targets), "weights": np.array(weights, np.float32), "positions": whole(positions),
                "starts": whole(starts), "kinds": whole(kinds)}

    def next(self):
        return _batch(self.arrays())

    def close(self):
        """Nothing to do: there are no processes."""


def _batch(arrays):
    return Batch(**{name: torch.from_numpy(values) for name, values in arrays.items()})


def _work(tokens, seed, size, simple, text_share, out):
    """The life of one worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the trainer, which ends its workers
    torch.set_num_threads(1)
    packer = Packer(tokenizers.Tokenizer(tokens), randomness.Random(seed), size, simple, text_share)
    while True:
        out.put(packer.arrays())


class ParallelPacker:
    """Batches from several processes, taken from them in turn, so that the seed decides them.  To be closed."""

    def __init__(self, tokenizer, seed, size, workers, simple=False, text_share=None):
        context = multiprocessing.get_context("spawn")  # a fork would take over the GPU's state
        self._queues = [context.Queue(_WAITING_BATCHES) for _ in range(workers)]
        self._workers = [context.Process(target=_work, args=(tokenizer.tokens, f"{seed} {number}", size, simple, text_share, out), daemon=True)
                         for number, out in enumerate(self._queues)]
        for worker in self._workers:
            worker.start()
        self._turn = 0

    def next(self):
        turn = self._turn
        self._turn = (turn + 1) % len(self._queues)
        try:
            return _batch(self._queues[turn].get(timeout=_PATIENCE_SECONDS))
        except queue.Empty:
            raise OSError(f"The process that makes training documents ended or is stuck (exit code {self._workers[turn].exitcode}).") from None

    def close(self):
        for worker in self._workers:
            worker.terminate()
