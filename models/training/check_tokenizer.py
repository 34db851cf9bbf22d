"""Compares the trainer's tokenizer with llama.cpp's on many strings, odd Unicode among them.

    python3 check_tokenizer.py ../thoughtscope-small.gguf [COUNT]
"""
import random as randomness
import sys

import documents
import export
import tokenizer as tokenizers
from gguf_file import DamagedFile
from llama import Llama

FIXED = ["Hello, world!  two  spaces", "   leading and trailing   ", "Zażółć gęślą jaźń – “quotes” … 日本語 🙂👩‍👩‍👧 ▁x", "tabs\tand\r\nnewlines\n\n\nx", "<|im_start|>user\nhi<|im_end|>",
         "<0x0A> <unk> </s> <s>", "3.14159 1,000,000 $5 50% (3+4)*2=14", "The person is running. running runn run ning", "<Thought>abc</Thought><Output>", "<|startofthought|>12 + 3 = 15<|endofthought|> fifteen",
         "x" * 500, "ÿ\u0301\u200d\ufeff", "你是一个经过良好训练的AI助手，你的名字是Marco-o1", "How many 'r' are in strawberry?", "a", "é", "\u2028\u2029\u0085\u00a0\u3000", "\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466",
         "e\u0301 \u0301\u0302\u0303", "\u202e\u202dabc", "\x01\x02\x7f\x1b[0m", "\u0000"[:0] + "<|im_end", "<|im_start|><|im_start|>", "<<Thought>>", "</Thought", "▁▁▁", " ▁ ", "\n \n  \n", "\uffff\ufffe\U0010FFFF"]
_LETTERS = "abcdefghijklmnopqrstuvwxyz ABC 0123456789.,:;!?+-*/()='\"<>|_€ßžλ漢🙂\n\t\r  ▁\u0301\u200d\u00a0\u3000"


def _document(random, tokenizer):
    pieces = documents.draw_document(random, tokenizer)[1]
    return "".join(piece if isinstance(piece, str) else tokenizer.decode(piece) for piece, _ in pieces)


def strings(tokenizer, count, seed=5):
    """`count` strings: documents, random letters, random pieces, random code points, and documents with noise."""
    random = randomness.Random(seed)
    pieces = [token.replace(tokenizers.SPACE, " ") for token in tokenizer.tokens[tokenizers.FIRST_MERGED:]] + tokenizers.MARKERS
    result = list(FIXED)
    while len(result) < count:
        kind = len(result) % 5
        if kind == 0:
            text = _document(random, tokenizer)
        elif kind == 1:
            text = "".join(random.choice(_LETTERS) for _ in range(random.randint(1, 60)))
        elif kind == 2:
            text = "".join(random.choice(pieces) for _ in range(random.randint(1, 12)))
        elif kind == 3:
            text = "".join(_code_point(random) for _ in range(random.randint(1, 24)))
        else:
            text = _document(random, tokenizer)
            at = random.randrange(len(text))
            text = text[max(0, at - 60):at] + _code_point(random) * random.randint(1, 3) + text[at:at + 60]
        result.append(text)
    return result


def _code_point(random):
    while True:
        code = random.randrange(1, random.choice((0x80, 0x250, 0x800, 0x3000, 0xFFFF, 0x1FAFF, 0x10FFFF)))
        if not 0xD800 <= code <= 0xDFFF:
            return chr(code)


def mismatches(path, count):
    """(number of strings, the strings on which the two differ or that decoding does not give back)."""
    tokenizer = tokenizers.Tokenizer(export.read_gguf(path)[2])
    llama = Llama(path, 1, 512, 1)
    texts = strings(tokenizer, count)
    different = [text for text in texts if llama.tokenize(text) != tokenizer.encode(text) or tokenizer.decode(tokenizer.encode(text)) != text.replace(tokenizers.SPACE, " ")]
    llama.close()
    return len(texts), different


def main():
    try:
        count, different = mismatches(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 12_000)
    except (ValueError, OSError, DamagedFile) as error:
        sys.exit(str(error))
    print(f"{count} strings, {len(different)} mismatches")
    for text in different[:5]:
        print(repr(text))
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
