"""The model's tokenizer: a SentencePiece-style vocabulary with byte fallback, encoded exactly as llama.cpp does.

Layout of the vocabulary: 3 control tokens, 256 byte tokens, 8 markers, 95 single characters, then merged pieces in the
order in which training found them.  The score of a merged piece is minus its rank, so llama.cpp merges in that order.
Digits are never merged, except a space with one digit.
"""
import collections
import heapq
import json
import pathlib
import re

SPACE = "\u2581"
MARKERS = ["<|im_start|>", "<|im_end|>", "<Thought>", "</Thought>", "<Output>", "</Output>", "<|startofthought|>", "<|endofthought|>"]
CONTROL = ["<unk>", "<s>", "</s>"]
FIRST_BYTE = len(CONTROL)
FIRST_CHARACTER = FIRST_BYTE + 256 + len(MARKERS)
FIRST_MERGED = FIRST_CHARACTER + 95
TYPE_NORMAL, TYPE_UNKNOWN, TYPE_CONTROL, TYPE_USER_DEFINED, TYPE_BYTE = 1, 2, 3, 4, 6  # llama.cpp's numbers
VOCABULARY_FILE = pathlib.Path(__file__).resolve().parent / "vocab.json"
_WORD = re.compile(r"\n| *[^ \n]+| +(?=\n|$)")


def fixed_tokens():
    """The tokens that every vocabulary of this family begins with."""
    return CONTROL + [f"<0x{byte:02X}>" for byte in range(256)] + MARKERS + [SPACE] + [chr(code) for code in range(33, 127)]


class Tokenizer:
    """Encodes and decodes; ids index `tokens`."""

    def __init__(self, tokens):
        if tokens[:FIRST_MERGED] != fixed_tokens() or len(set(tokens)) != len(tokens):
            raise ValueError("this is not a vocabulary of this model family")
        self.tokens = list(tokens)
        self.ids = {token: index for index, token in enumerate(tokens)}
        self.scores = [0.0] * FIRST_CHARACTER + [-1e6] * 95 + [-float(rank + 1) for rank in range(len(tokens) - FIRST_MERGED)]
        self.types = [self._type(index, token) for index, token in enumerate(tokens)]
        markers = sorted(CONTROL + MARKERS, key=len, reverse=True)
        self._split = re.compile("(" + "|".join(re.escape(marker) for marker in markers) + ")")
        self._markers = set(markers)
        self._cache = {}

    @staticmethod
    def _type(index, token):
        if token == "<unk>":
            return TYPE_UNKNOWN
        if token in ("<s>", "</s>", "<|im_start|>", "<|im_end|>"):
            return TYPE_CONTROL
        if FIRST_BYTE <= index < FIRST_BYTE + 256:
            return TYPE_BYTE
        return TYPE_USER_DEFINED if token in MARKERS else TYPE_NORMAL

    def merge(self, text):
        """Ids of text without markers: llama.cpp's merging of neighbours, best score first, leftmost on a tie."""
        symbols = list(text.replace(" ", SPACE))
        count = len(symbols)
        before, after = list(range(-1, count - 1)), list(range(1, count)) + [-1]
        queue = []

        def offer(left, right):
            if left >= 0 and right >= 0:
                token = self.ids.get(symbols[left] + symbols[right])
                if token is not None:
                    heapq.heappush(queue, (-self.scores[token], left, right, len((symbols[left] + symbols[right]).encode("utf-8", "surrogateescape"))))

        for right in range(1, count):
            offer(right - 1, right)
        while queue:
            _, left, right, size = heapq.heappop(queue)
            if not symbols[left] or not symbols[right] or len((symbols[left] + symbols[right]).encode("utf-8", "surrogateescape")) != size:
                continue
            symbols[left] += symbols[right]
            symbols[right] = ""
            after[left] = after[right]
            if after[right] >= 0:
                before[after[right]] = left
            offer(before[left], left)
            offer(left, after[left])
        return [token for symbol in symbols if symbol for token in self._symbol_ids(symbol)]

    def _symbol_ids(self, symbol):
        token = self.ids.get(symbol)
        return [token] if token is not None else [FIRST_BYTE + byte for byte in symbol.encode("utf-8", "surrogateescape")]

    def encode(self, text):
        """Ids of text; markers in it become their tokens, nothing is added in front."""
        ids = []
        for part in self._split.split(text):
            if part in self._markers:
                ids.append(self.ids[part])
                continue
            for word in _WORD.findall(part):
                known = self._cache.get(word)
                if known is None:
                    known = self.merge(word)
                    if len(self._cache) < 200_000:
                        self._cache[word] = known
                ids += known
        return ids

    def decode(self, ids, special=True):
        """Text of ids; with special=False control tokens are left out."""
        data = b""
        for index in ids:
            if self.types[index] == TYPE_BYTE:
                data += bytes([index - FIRST_BYTE])
            elif special or self.types[index] not in (TYPE_UNKNOWN, TYPE_CONTROL):
                data += self.tokens[index].replace(SPACE, " ").encode()
        return data.decode("utf-8", "replace")


def load(path=VOCABULARY_FILE):
    """The tokenizer of a vocabulary file; a damaged file is refused in a sentence."""
    try:
        tokens = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"The vocabulary {path} cannot be read: {error}") from None
    if not isinstance(tokens, list) or not tokens:
        raise ValueError(f"The vocabulary {path} is empty or damaged.")
    return Tokenizer(tokens)


def grown(tokens, counts, size):
    """`tokens` extended to `size` by merging the most frequent neighbours in the counted words (word -> count)."""
    base = Tokenizer(tokens)
    words = {word: [base.tokens[i] for i in base.merge(word)] for word in counts}
    tokens, known = list(tokens), set(tokens)
    while len(tokens) < size:
        pairs = collections.Counter()
        for word, symbols in words.items():
            for left, right in zip(symbols, symbols[1:]):
                pairs[left + right] += counts[word]
        pairs = {pair: count for pair, count in pairs.items() if pair not in known and not any(letter.isdigit() for letter in pair)}
        if not pairs:
            break
        best = max(pairs, key=lambda pair: (pairs[pair], pair))
        tokens.append(best)
        known.add(best)
        for word, symbols in words.items():
            if best in word.replace(" ", SPACE):
                words[word] = _merged(symbols, best)
    return tokens


def _merged(symbols, best):
    result, i = [], 0
    while i < len(symbols):
        if i + 1 < len(symbols) and symbols[i] + symbols[i + 1] == best:
            result.append(best)
            i += 2
        else:
            result.append(symbols[i])
            i += 1
    return result
