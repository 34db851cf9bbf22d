"""Training checkpoints: written to a file beside, then renamed; a damaged one is refused in a sentence."""
import os
import pickle

import torch

from shape import Shape, check_parameters

_KEYS = {"shape", "parameters", "vocabulary", "optimizer", "progress", "tokens", "seconds", "random", "history"}


def save_checkpoint(path, content):
    """content: dict with exactly the keys of a checkpoint."""
    part = f"{path}.part"
    torch.save(content, part)
    os.replace(part, path)


def load_checkpoint(path):
    """The content of a checkpoint, checked against its own shape and vocabulary."""
    try:
        content = torch.load(path, map_location="cpu")
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError, ValueError, KeyError) as error:
        raise ValueError(f"The checkpoint {path} cannot be read: {str(error).splitlines()[0]}") from None
    if not isinstance(content, dict) or not _KEYS <= set(content):
        raise ValueError(f"{path} is not a checkpoint of this trainer.")
    shape = Shape(**content["shape"])
    check_parameters(shape, content["parameters"])
    if len(content["vocabulary"]) != shape.vocabulary:
        raise ValueError(f"The checkpoint {path} has {shape.vocabulary} tokens but a vocabulary of {len(content['vocabulary'])}.")
    return content
