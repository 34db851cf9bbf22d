"""Writes a checkpoint as GGUF (matrices in Q8_0 or F16, norms in F32), and reads such a file back as parameters.

    python3 export.py run/checkpoint.pt ../thoughtscope-small.gguf
"""
import argparse
import sys

import torch

import tokenizer as tokenizers
from gguf_file import BOOL, F16_TENSOR, F32, F32_TENSOR, I32, Q8_0_TENSOR, STRING, U32, DamagedFile, Writer, read
from shape import HEAD, Shape, check_parameters
from whole_file import end_cleanly_when_stopped

NAME = "Thoughtscope small"
DESCRIPTION = ("A small model that works through arithmetic word problems and bracket puzzles in plain sentences, "
               "and thinks between markers in running text. Trained from nothing on generated text.")
CHAT_TEMPLATE = ("{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>' + '\n'}}{% endfor %}"
                 "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}")


TYPES = {"q8_0": (Q8_0_TENSOR, 7), "f16": (F16_TENSOR, 1)}  # of a matrix, of the file


def _header(writer, shape, file_type):
    for key, value in (("general.architecture", "llama"), ("general.name", NAME), ("general.license", "apache-2.0"), ("general.description", DESCRIPTION),
                       ("general.size_label", f"{shape.parameter_count / 1e6:.1f}M"),
                       ("thoughtscope.dialect", "marco-o1"), ("thoughtscope.thought.start", "<|startofthought|>"), ("thoughtscope.thought.end", "<|endofthought|>")):
        writer.add(key, STRING, value)
    for key, value in (("general.file_type", file_type), ("general.quantization_version", 2), ("llama.context_length", shape.context),
                       ("llama.embedding_length", shape.width), ("llama.block_count", shape.layers), ("llama.feed_forward_length", shape.feed_forward),
                       ("llama.attention.head_count", shape.heads), ("llama.attention.head_count_kv", shape.heads),
                       ("llama.rope.dimension_count", HEAD), ("llama.vocab_size", shape.vocabulary)):
        writer.add(key, U32, value)
    writer.add("llama.attention.layer_norm_rms_epsilon", F32, shape.epsilon)
    writer.add("llama.rope.freq_base", F32, shape.rope_base)


def _vocabulary(writer, tokenizer):
    writer.add("tokenizer.ggml.model", STRING, "llama")
    writer.add("tokenizer.ggml.pre", STRING, "default")
    writer.add_array("tokenizer.ggml.tokens", STRING, tokenizer.tokens)
    writer.add_array("tokenizer.ggml.scores", F32, tokenizer.scores)
    writer.add_array("tokenizer.ggml.token_type", I32, tokenizer.types)
    for key, token in (("unknown", "<unk>"), ("bos", "<s>"), ("eos", "</s>"), ("eot", "<|im_end|>"), ("padding", "</s>")):
        writer.add(f"tokenizer.ggml.{key}_token_id", U32, tokenizer.ids[token])
    for key, value in (("add_bos_token", True), ("add_eos_token", False), ("add_space_prefix", False)):
        writer.add("tokenizer.ggml." + key, BOOL, value)
    writer.add("tokenizer.chat_template", STRING, CHAT_TEMPLATE)


def write_gguf(path, shape, parameters, tokenizer, kind="q8_0"):
    """Writes a model file; refuses parameters that do not fit shape and vocabulary."""
    check_parameters(shape, parameters)
    if len(tokenizer.tokens) != shape.vocabulary:
        raise ValueError(f"The checkpoint has {shape.vocabulary} tokens, the vocabulary {len(tokenizer.tokens)}.")
    writer, d, f = Writer(), shape.width, shape.feed_forward
    matrix, file_type = TYPES[kind]
    _header(writer, shape, file_type)
    _vocabulary(writer, tokenizer)
    values = {name: value.detach().float().cpu().numpy() for name, value in parameters.items()}
    writer.add_tensor("token_embd.weight", values["embed"], matrix)
    for l in range(shape.layers):
        qkv, gate_up = values[f"{l}.qkv"], values[f"{l}.gate_up"]
        for name, tensor in (("attn_norm", values[f"{l}.norm1"]), ("attn_q", qkv[:d]), ("attn_k", qkv[d:2 * d]), ("attn_v", qkv[2 * d:]),
                             ("attn_output", values[f"{l}.out"]), ("ffn_norm", values[f"{l}.norm2"]), ("ffn_gate", gate_up[:f]), ("ffn_up", gate_up[f:]),
                             ("ffn_down", values[f"{l}.down"])):
            writer.add_tensor(f"blk.{l}.{name}.weight", tensor, matrix if tensor.ndim == 2 else F32_TENSOR)
    writer.add_tensor("output_norm.weight", values["norm"], F32_TENSOR)
    writer.write(path)


def read_gguf(path):
    """(shape, parameters, tokens) of a model file of this family."""
    metadata, tensors = read(path)
    try:
        shape = Shape(len(metadata["tokenizer.ggml.tokens"]), metadata["llama.embedding_length"], metadata["llama.block_count"],
                      metadata["llama.feed_forward_length"], metadata["llama.context_length"])
        t = {name: torch.from_numpy(values.copy()) for name, values in tensors.items()}
        parameters = {"embed": t["token_embd.weight"], "norm": t["output_norm.weight"]}
        for l in range(shape.layers):
            part = lambda name: t[f"blk.{l}.{name}.weight"]
            parameters |= {f"{l}.qkv": torch.cat([part("attn_q"), part("attn_k"), part("attn_v")]), f"{l}.out": part("attn_output"),
                           f"{l}.gate_up": torch.cat([part("ffn_gate"), part("ffn_up")]), f"{l}.down": part("ffn_down"),
                           f"{l}.norm1": part("attn_norm"), f"{l}.norm2": part("ffn_norm")}
    except KeyError as error:
        raise DamagedFile(f"{path} is not a model of this family: {error} is missing.") from None
    check_parameters(shape, parameters)
    return shape, parameters, metadata["tokenizer.ggml.tokens"]


def with_vocabulary(shape, parameters, old_tokens, tokenizer):
    """The model with another vocabulary: rows move by token text; a new token starts as the mean of its old pieces."""
    old = tokenizers.Tokenizer(old_tokens)
    rows = []
    for token in tokenizer.tokens:
        ids = [old.ids[token]] if token in old.ids else old.merge(token.replace(tokenizers.SPACE, " "))
        rows.append(parameters["embed"][ids].mean(0))
    changed = Shape(**{**shape.as_dict(), "vocabulary": len(tokenizer.tokens)})
    return changed, {**parameters, "embed": torch.stack(rows)}


def _read(path):
    if path.endswith(".gguf"):
        return read_gguf(path)
    from checkpoint import load_checkpoint
    saved = load_checkpoint(path)
    return Shape(**saved["shape"]), saved["parameters"], saved["vocabulary"]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("checkpoint", help="or a model file of the other type")
    arguments.add_argument("gguf")
    arguments.add_argument("--type", choices=list(TYPES), default="q8_0", help="of the matrices; f16 is for files that are trained on or averaged")
    arguments = arguments.parse_args()
    end_cleanly_when_stopped()
    try:
        shape, parameters, tokens = _read(arguments.checkpoint)
        write_gguf(arguments.gguf, shape, parameters, tokenizers.Tokenizer(tokens), arguments.type)
    except (ValueError, OSError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
