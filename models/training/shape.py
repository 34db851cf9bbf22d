"""The shape of the model and its parameters.

Parameters are float32 tensors by name: `embed` [V, d] (also the output matrix), and for each layer l
`l.qkv` [3d, d], `l.out` [d, d], `l.gate_up` [2f, d], `l.down` [d, f], `l.norm1` [d], `l.norm2` [d]; at last `norm` [d].
Rotary positions turn neighbouring pairs of numbers, as llama.cpp's plain Llama layout expects, so export permutes nothing.
"""
import math
from dataclasses import asdict, dataclass

import torch

HEAD = 32


@dataclass(frozen=True)
class Shape:
    vocabulary: int
    width: int = 256
    layers: int = 4
    feed_forward: int = 704
    context: int = 1024
    rope_base: float = 10000.0
    epsilon: float = 1e-5

    @property
    def heads(self):
        return self.width // HEAD

    @property
    def parameter_count(self):
        return self.vocabulary * self.width + self.layers * (4 * self.width ** 2 + 3 * self.width * self.feed_forward + 2 * self.width) + self.width

    def as_dict(self):
        return asdict(self)

    def sizes(self):
        """{parameter name: tuple of its dimensions}."""
        d, f = self.width, self.feed_forward
        sizes = {"embed": (self.vocabulary, d)}
        for layer in range(self.layers):
            sizes |= {f"{layer}.qkv": (3 * d, d), f"{layer}.out": (d, d), f"{layer}.gate_up": (2 * f, d), f"{layer}.down": (d, f),
                      f"{layer}.norm1": (d,), f"{layer}.norm2": (d,)}
        return sizes | {"norm": (d,)}


def check_parameters(shape, parameters):
    """Refuses parameters of another shape, in a sentence."""
    sizes = shape.sizes()
    if set(sizes) != set(parameters):
        raise ValueError("The checkpoint holds other parameters than this model has.")
    for name, size in sizes.items():
        if tuple(parameters[name].shape) != size:
            raise ValueError(f"The checkpoint is of another shape: {name} is {tuple(parameters[name].shape)}, not {size}.")
        if not torch.isfinite(parameters[name]).all():
            raise ValueError(f"The checkpoint is damaged: {name} holds numbers that are not finite.")


def random_parameters(shape, seed):
    """Fresh parameters; the last matrix of each branch starts small."""
    generator = torch.Generator().manual_seed(seed)
    spread = {"qkv": shape.width ** -0.5 * 0.8, "gate_up": shape.width ** -0.5 * 0.8,
              "out": shape.width ** -0.5 * 0.8 / math.sqrt(2 * shape.layers), "down": shape.feed_forward ** -0.5 * 0.8 / math.sqrt(2 * shape.layers)}
    parameters = {}
    for name, size in shape.sizes().items():
        if len(size) == 1:
            parameters[name] = torch.ones(size)
        else:
            parameters[name] = torch.randn(size, generator=generator) * spread.get(name.split(".")[-1], 0.02)
    return parameters


def rope_tables(shape):
    """(cosines, sines), each [context, HEAD / 2]."""
    frequencies = shape.rope_base ** (-torch.arange(0, HEAD, 2).float() / HEAD)
    angles = torch.arange(shape.context).float()[:, None] * frequencies[None]
    return angles.cos().contiguous(), angles.sin().contiguous()
