"""The mean of two model files of one shape and vocabulary:  python3 average.py a.gguf b.gguf 0.5 mean.gguf

The number is the share of the second file.  A model that was trained on at a high rate and the one it came from have a
mean that is better than either; training goes on from it at a low rate.
"""
import sys

import export
import tokenizer as tokenizers
from gguf_file import DamagedFile
from whole_file import end_cleanly_when_stopped


def averaged(first, second, share):
    """(shape, parameters, tokens) of the mean; files that do not fit together are refused in a sentence."""
    if not 0 <= share <= 1:
        raise ValueError(f"The share of the second file must lie from 0 to 1, not at {share}.")
    (shape, one, tokens), (other_shape, two, other_tokens) = export.read_gguf(first), export.read_gguf(second)
    if shape != other_shape or tokens != other_tokens:
        raise ValueError(f"{first} and {second} are not of one shape and vocabulary.")
    return shape, {name: (1 - share) * value + share * two[name] for name, value in one.items()}, tokens


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    first, second, share, out = sys.argv[1:]
    end_cleanly_when_stopped()
    try:
        shape, parameters, tokens = averaged(first, second, float(share))
        export.write_gguf(out, shape, parameters, tokenizers.Tokenizer(tokens), "f16")
    except (ValueError, OSError, DamagedFile) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
