"""Grows the vocabulary on generated documents:  python3 build_vocabulary.py SIZE [START.json] > vocab.json

Word endings that thoughts may stand before ("run" + "ning") are counted as words of their own.
"""
import collections
import json
import random as randomness
import re
import sys

import documents
import lexicon
import tokenizer
from runningtext import VERBS, trivial_sentence

_PIECE = re.compile(r" ?[A-Za-z]+| ?[^A-Za-z0-9\s]")


def count_words(documents_count, seed):
    """Counter of the words and signs of generated documents."""
    random, counts = randomness.Random(seed), collections.Counter()
    verbs, known = {stem + ending: (stem, ending) for stem, ending in VERBS}, tokenizer.load()
    for _ in range(documents_count):
        for piece, _weight in documents.draw_document(random, known)[1]:
            if not isinstance(piece, str) or piece in tokenizer.MARKERS or piece == "<s>":
                continue  # running text comes as numbers of tokens already; its words are counted below
            for word in _PIECE.findall(piece):
                if word.strip() in verbs:
                    ending = verbs[word.strip()][1]
                    counts[word[:len(word) - len(ending)]] += 100
                    counts[ending] += 100
                elif len(word.strip()) > 1 or word[0] == " ":
                    counts[word] += 1
    for _ in range(documents_count // 10):
        for word in _PIECE.findall(" " + trivial_sentence(random)):
            counts[word] += 1
    for word in ("user", "assistant", "system"):
        counts[word] += 10 ** 6
    for word in lexicon.NUMBER_WORDS:
        counts[" " + word] += 500
    return collections.Counter({word: count for word, count in counts.items() if count > 3})


if __name__ == "__main__":
    start = json.load(open(sys.argv[2], encoding="utf-8")) if len(sys.argv) > 2 else tokenizer.fixed_tokens() + [tokenizer.SPACE + d for d in "0123456789"]
    json.dump(tokenizer.grown(start, count_words(30_000, 7), int(sys.argv[1])), sys.stdout, ensure_ascii=False)
