"""One training step's forward and backward pass on a CPU: products by torch, everything else in kernels.cpp.

Products are in bfloat16 where the processor is quicker at them, else in float32 (AVX2 alone is a hundred times slower in bfloat16).
"""
import ctypes
import hashlib
import pathlib
import subprocess
import time

import torch

from shape import rope_tables

_SOURCE = pathlib.Path(__file__).resolve().parent / "kernels.cpp"
_FLAGS = ["-O3", "-march=native", "-fopenmp", "-shared", "-fPIC"]


def quicker_type():
    """bfloat16 or float32, by a product of each."""
    seconds = {}
    for kind in (torch.float32, torch.bfloat16):
        a, b = torch.ones(512, 192, dtype=kind), torch.ones(192, 576, dtype=kind)
        torch.mm(a, b)
        began = time.perf_counter()
        torch.mm(a, b)
        seconds[kind] = time.perf_counter() - began
    return min(seconds, key=seconds.get)


def build(folder, kind):
    """The compiled kernels for activations of a type, compiled now unless this source was compiled before."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    library = folder / f"kernels-{hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:12]}-{str(kind)[6:]}.so"
    if not library.exists():
        part = library.with_suffix(".part")
        subprocess.run(["g++", *_FLAGS, *(["-DWIDE"] if kind == torch.float32 else []), str(_SOURCE), "-o", str(part)], check=True)
        part.replace(library)
    return ctypes.CDLL(str(library))


def _at(tensor):
    return ctypes.c_void_p(tensor.data_ptr() if tensor is not None else 0)


class FusedModel:
    """Parameters with their gradients for batches of exactly `tokens` packed tokens."""

    def __init__(self, shape, parameters, tokens, threads, folder, kind=None):
        self.kind = kind or quicker_type()
        self.shape, self.tokens, self.kernels = shape, tokens, build(folder, self.kind)
        self.kernels.set_threads(threads)
        self.parameters = {name: value.float().contiguous() for name, value in parameters.items()}
        self.half = {name: value.to(self.kind, copy=True) for name, value in self.parameters.items() if value.dim() == 2}
        self.gradients = {}
        self._cosine, self._sine = rope_tables(shape)
        self._allocate()

    def _allocate(self):
        n, d, f, layers = self.tokens, self.shape.width, self.shape.feed_forward, self.shape.layers
        half = lambda *size: torch.empty(*size, dtype=self.kind)
        self._x = [torch.empty(n, d) for _ in range(2 * layers + 1)]
        self._normed = [half(n, d) for _ in range(2 * layers + 1)]
        self._inverse = [torch.empty(n) for _ in range(2 * layers + 1)]
        self._qkv, self._attended = [half(n, 3 * d) for _ in range(layers)], [half(n, d) for _ in range(layers)]
        self._lse = [torch.empty(n, self.shape.heads) for _ in range(layers)]
        self._gate_up, self._active = [half(n, 2 * f) for _ in range(layers)], [half(n, f) for _ in range(layers)]
        self._y, self._logits, self._dx, self._dxb = half(n, d), half(n, self.shape.vocabulary), torch.empty(n, d), half(n, d)
        self._dactive, self._dh, self._dqkv = half(n, f), half(n, d), half(n, 3 * d)
        self._start = torch.empty(n, d)
        self.losses = torch.empty(n)
        self._dense = {name: torch.zeros_like(value) for name, value in self.parameters.items() if value.dim() == 1 or name == "embed"}

    def refresh(self, name):
        """To be called after a matrix has been changed."""
        self.half[name].copy_(self.parameters[name])

    def _norm(self, x, y, index, weight):
        k, shape = self.kernels, self.shape
        k.rms_forward(_at(x), _at(y), _at(self._x[index]), _at(self.parameters[weight]), _at(self._normed[index]), _at(self._inverse[index]),
                      self.tokens, shape.width, ctypes.c_float(shape.epsilon))

    def run(self, batch, smoothing=0.0):
        """Fills `losses` (weighted, per token) and `gradients` (of the mean over all weights) for a batch."""
        self._forward(batch, smoothing)
        self._backward(batch)
        self.gradients |= self._dense
        self.gradients["embed"] = self._dense["embed"] + self._dlogits
        return self.losses

    def _forward(self, batch, smoothing):
        k, shape, n, half = self.kernels, self.shape, self.tokens, self.half
        documents = len(batch.starts) - 1
        k.embedding_forward(_at(self.parameters["embed"]), _at(batch.tokens), _at(self._start), n, shape.width)
        x, y = self._start, None
        for l in range(shape.layers):
            self._norm(x, y, 2 * l, f"{l}.norm1")
            torch.mm(self._normed[2 * l], half[f"{l}.qkv"].t(), out=self._qkv[l])
            k.rope(_at(self._qkv[l]), _at(batch.positions), _at(self._cosine), _at(self._sine), n, shape.heads, ctypes.c_float(1))
            k.attention_forward(_at(self._qkv[l]), _at(self._attended[l]), _at(self._lse[l]), _at(batch.starts), documents, shape.heads)
            torch.mm(self._attended[l], half[f"{l}.out"].t(), out=self._y)
            self._norm(self._x[2 * l], self._y, 2 * l + 1, f"{l}.norm2")
            torch.mm(self._normed[2 * l + 1], half[f"{l}.gate_up"].t(), out=self._gate_up[l])
            k.swiglu_forward(_at(self._gate_up[l]), _at(self._active[l]), n, shape.feed_forward)
            torch.mm(self._active[l], half[f"{l}.down"].t(), out=self._y)
            x, y = self._x[2 * l + 1], self._y
        self._norm(x, y, 2 * shape.layers, "norm")
        torch.mm(self._normed[2 * shape.layers], half["embed"].t(), out=self._logits)
        k.cross_entropy(_at(self._logits), _at(batch.targets), _at(batch.weights), ctypes.c_float(1 / batch.total), ctypes.c_float(smoothing),
                        _at(self.losses), n, shape.vocabulary)

    def _back_norm(self, index, weight, first=False):
        k, shape = self.kernels, self.shape
        k.rms_backward(_at(self._x[index]), _at(self._inverse[index]), _at(self.parameters[weight]), _at(self._dh), _at(self._dx), _at(self._dxb),
                       _at(self._dense[weight]), self.tokens, shape.width, 0 if first else 1)

    def _backward(self, batch):
        k, shape, n, half, gradients = self.kernels, self.shape, self.tokens, self.half, self.gradients
        documents = len(batch.starts) - 1
        for value in self._dense.values():
            value.zero_()
        self._dlogits = torch.mm(self._logits.t(), self._normed[2 * shape.layers]).float()
        torch.mm(self._logits, half["embed"], out=self._dh)
        self._back_norm(2 * shape.layers, "norm", first=True)
        for l in reversed(range(shape.layers)):
            gradients[f"{l}.down"] = torch.mm(self._dxb.t(), self._active[l])
            torch.mm(self._dxb, half[f"{l}.down"], out=self._dactive)
            k.swiglu_backward(_at(self._gate_up[l]), _at(self._dactive), n, shape.feed_forward)
            gradients[f"{l}.gate_up"] = torch.mm(self._gate_up[l].t(), self._normed[2 * l + 1])
            torch.mm(self._gate_up[l], half[f"{l}.gate_up"], out=self._dh)
            self._back_norm(2 * l + 1, f"{l}.norm2")
            gradients[f"{l}.out"] = torch.mm(self._dxb.t(), self._attended[l])
            torch.mm(self._dxb, half[f"{l}.out"], out=self._dh)
            k.attention_backward(_at(self._qkv[l]), _at(self._attended[l]), _at(self._dh), _at(self._lse[l]), _at(self._dqkv), _at(batch.starts), documents, shape.heads)
            k.rope(_at(self._dqkv), _at(batch.positions), _at(self._cosine), _at(self._sine), n, shape.heads, ctypes.c_float(-1))
            gradients[f"{l}.qkv"] = torch.mm(self._dqkv.t(), self._normed[2 * l])
            torch.mm(self._dqkv, half[f"{l}.qkv"], out=self._dh)
            self._back_norm(2 * l, f"{l}.norm1")
        k.embedding_backward(_at(self._dense["embed"]), _at(batch.tokens), _at(self._dx), n, shape.width)
