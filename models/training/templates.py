"""The little language the problem patterns are written in.

`[a|b|c]`   one of the alternatives, chosen at random (may nest)
`{x}`       a slot: a number of the problem or a word such as a name
`{x:m}`     the number as an amount of money ("12 dollars" or "$12")
`{x:d}`     the number always in digits
Small numbers may be told in words ("three boxes"); `Filler` decides that once for a problem.
"""
import re

import lexicon
from loosen import adjective

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_ARTICLE = re.compile(r"\b([Aa]) ((?!one\b|uni|use|eu)[aeiou])")
_SLOT = re.compile(r"\{(\w+)(?::(\w))?\}")


def choose(template, random):
    """The template with every [a|b] replaced by one of its alternatives."""
    while True:
        text, count = _CHOICE.subn(lambda match: random.choice(match.group(1).split("|")), template)
        if not count:
            return text
        template = text


class Filler:
    """Words of one problem: who, what, in what, and how numbers are told."""

    def __init__(self, random, numbers=None, wide=False):
        self.random = random
        self.numbers = numbers or {}
        self.in_words = random.random() < 0.12
        self.currency, self.sign = random.choice(lexicon.CURRENCIES) if random.random() < 0.4 else lexicon.CURRENCIES[0]
        if random.random() < 0.5:
            self.sign = ""
        self.words = self._people(wide) | self._things()

    def _people(self, wide):
        draw = lexicon.anyone if wide and self.random.random() < 0.25 else lexicon.person
        words, taken = {}, set()
        for suffix in ("", "2", "3"):
            name, he, his, him = draw(self.random)
            while name in taken:
                name, he, his, him = draw(self.random)
            taken.add(name)
            words |= {"n" + suffix: name, "he" + suffix: he, "his" + suffix: his, "him" + suffix: him,
                      "He" + suffix: he.capitalize(), "His" + suffix: his.capitalize()}
        return words

    def _things(self):
        first = lexicon.thing(self.random)
        others = [lexicon.thing(self.random) for _ in range(3)]
        while len({first[1], *(other[1] for other in others)}) < 4:
            others = [lexicon.thing(self.random) for _ in range(3)]
        kind = adjective(self.random)
        words = {"it": kind + first[1], "one": kind + first[0]}
        for index, other in enumerate(others, 2):
            words |= {f"it{index}": other[1], f"one{index}": other[0]}
        cont = self.random.choice(lexicon.CONTAINERS)
        cont2 = self.random.choice([pair for pair in lexicon.CONTAINERS if pair != cont])
        day, day2, day3 = self.random.sample(lexicon.DAYS, 3)
        return words | {"cont": cont[0], "conts": cont[1], "cont2": cont2[0], "conts2": cont2[1], "cur": self.currency,
                        "day": day, "day2": day2, "day3": day3, "shop": self.random.choice(lexicon.SELLERS),
                        "place": self.random.choice(lexicon.PLACES)}

    def number(self, value, kind):
        """How a number is told."""
        if kind == "m":
            return f"{self.sign}{value}" if self.sign else f"{value} {self.currency}"
        if kind != "d" and self.in_words and 2 <= value <= 12:
            return lexicon.NUMBER_WORDS[value]
        return str(value)

    def fill(self, template):
        """The finished text of a template."""
        text = choose(template, self.random)
        text = _ARTICLE.sub(r"\1n \2", _SLOT.sub(self._slot, text))
        text = re.sub(r" +([.,?!])", r"\1", text)
        return re.sub(r"(^|[.!?] )([a-z])", lambda match: match.group(1) + match.group(2).upper(), text.strip())

    def _slot(self, match):
        name, kind = match.groups()
        if name in self.numbers:
            return self.number(self.numbers[name], kind)
        if name in self.words:
            return self.words[name]
        return self.words[name[0].lower() + name[1:]].capitalize()
