"""Training checkpoints: there whole or not at all; a damaged one is refused in a sentence."""
import pickle

import torch

from shape import Shape, check_parameters
from whole_file import write_whole

_KEYS = {"shape", "parameters", "vocabulary", "optimizer", "progress", "tokens", "seconds", "random", "history"}


def save_checkpoint(path, content):
    """content: dict with exactly the keys of a checkpoint."""
    write_whole(path, lambda part: torch.save(content, part))


def load_checkpoint(path):
    """The content of a checkpoint, checked against its own shape and vocabulary."""
    try:
        content = torch.load(path, map_location="cpu")
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError, ValueError, KeyError) as error:
        raise ValueError(f"The checkpoint {path} cannot be read: {str(error).splitlines()[0]}") from None
    if not isinstance(content, dict) or not _KEYS <= set(content):
        raise ValueError(f"{path} is not a checkpoint of this trainer.")
    try:
        shape = Shape(**content["shape"])
    except TypeError:
        raise ValueError(f"The checkpoint {path} is of another kind of model.") from None
    check_parameters(shape, content["parameters"])
    if len(content["vocabulary"]) != shape.vocabulary:
        raise ValueError(f"The checkpoint {path} has {shape.vocabulary} tokens but a vocabulary of {len(content['vocabulary'])}.")
    return content
