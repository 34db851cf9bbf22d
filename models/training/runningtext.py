"""Running text that mixes trivial continuations with places that need a result, with thoughts between markers.

A piece is (text, weight of its loss).  Thoughts sit before words, inside words (so that an ending such as
"run" + "ning" gains nothing from them) and before results, where they hold the calculation.
"""
import lexicon

THOUGHT_START, THOUGHT_END = "<|startofthought|>", "<|endofthought|>"
UNAIDED_WEIGHT = 0.4  # of a result without a thought before it
NOTHING = [" nothing to compute", " no sum here"]
ADJECTIVES = ("small big old young happy quiet red green blue warm cold tired kind brown tall short funny busy hungry sleepy brave "
              "gentle clever shy proud lazy noisy polite").split()
NOUNS = ("dog cat bird horse boy girl man woman child person friend teacher farmer fox baker doctor driver nurse student cow duck mouse "
         "sailor king queen neighbor rabbit bear singer painter").split()
VERBS = [("run", "ning"), ("walk", "ing"), ("sleep", "ing"), ("sing", "ing"), ("sit", "ting"), ("jump", "ing"), ("read", "ing"),
         ("swim", "ming"), ("play", "ing"), ("eat", "ing"), ("work", "ing"), ("rest", "ing"), ("wait", "ing"), ("cook", "ing"),
         ("talk", "ing"), ("stand", "ing"), ("paint", "ing"), ("dream", "ing"), ("laugh", "ing"), ("think", "ing"), ("shout", "ing"),
         ("plan", "ning"), ("win", "ning"), ("spin", "ning"), ("dig", "ging"), ("cut", "ting"), ("danc", "ing"), ("smil", "ing"),
         ("writ", "ing"), ("driv", "ing"), ("help", "ing"), ("look", "ing"), ("listen", "ing"), ("learn", "ing"), ("fish", "ing")]
PLACES = ["in the park", "under the tree", "near the river", "at home", "in the house", "by the lake", "on the hill", "in the garden",
          "behind the barn", "next to the road", "at school", "in the sun", "at the market", "on the bridge", "in the kitchen",
          "in front of the shop", "on the beach", "in the rain", "at the station", "in the forest"]
TRIVIAL = ["The {noun} is {verb} {place}.", "The {adj} {noun} is {verb}.", "{name} likes to {stem} {place}.", "It is a {adj} day and {name} is {verb} {place}.",
           "{name} sees a {adj} {noun} {place}.", "The {noun} and the {noun2} are {verb}.", "{name} has a {adj} {noun} and {he} is {verb} with it.",
           "A {noun} was {verb} {place} all day.", "{name} and {his} {noun} are {verb} {place}.", "The {adj} {noun} looks at the {adj2} {noun2}.",
           "Every day {name} goes to the {noun} {place}.", "{name} is a {adj} {noun}.", "They were {verb} {place} when the {noun} came.",
           "The {noun} does not like {verb}.", "In the evening the {noun} is {adj}.", "{name} said that the {noun} is {verb} {place}."]


def trivial_sentence(random):
    """A sentence in which nothing has to be computed."""
    stem, ending = random.choice(VERBS)
    name, he, his, _ = lexicon.person(random)
    template = random.choice(TRIVIAL)
    if "{stem}" in template and stem in ("danc", "smil", "writ", "driv"):
        stem, ending = "walk", "ing"
    noun, noun2 = random.sample(NOUNS, 2)
    adj, adj2 = random.sample(ADJECTIVES, 2)
    return template.format(stem=stem, verb=stem + ending, noun=noun, noun2=noun2, adj=adj, adj2=adj2, place=random.choice(PLACES), name=name, he=he, his=his)


def result_sentence(random):
    """(text before a result, the result, text after it, the thought that computes it)."""
    name, he, his, _ = lexicon.person(random)
    name2 = lexicon.person(random)[0]
    _, things = lexicon.thing(random)
    _, boxes = random.choice(lexicon.CONTAINERS)
    a, b = random.randint(11, 99), random.randint(11, 99)
    few, mid = random.randint(2, 9), random.randint(11, 49)
    less = random.randint(2, a + b - 1)
    low, high = min(a, b), max(a, b)
    add, take, times = f"{a} + {b} = {a + b}", f"{high} - {low} = {high - low}", f"{few} * {mid} = {few * mid}"
    cases = [
        (f"{name} had {a} {things} and got {b} more, so now {he} has", a + b, f" {things}.", add),
        (f"There were {high} {things} and {low} were sold, which leaves", high - low, f" {things}.", take),
        (f"In {few} {boxes} with {mid} {things} each there are", few * mid, f" {things}.", times),
        (f"When {few} friends share {few * mid} {things}, each friend gets", mid, f" {things}.", f"{few * mid} / {few} = {mid}"),
        (f"{name} had {a} {things}, found {b} more and lost {less}, so {he} has", a + b - less, " left.", f"{add}, {a + b} - {less} = {a + b - less}"),
        (f"{name} fills {few} {boxes} with {mid} {things} each and has {a} more, which makes", few * mid + a, f" {things}.",
         f"{times}, {few * mid} + {a} = {few * mid + a}"),
        (f"The {things} cost {mid} dollars each, so {name} pays", few * mid, f" dollars for {few} of them.", None),
        (f"{name} buys {few} {things} for {mid} dollars each and pays", few * mid, " dollars.", times),
        (f"{name} walked {a} steps, then {b} steps, which is", a + b, " steps in all.", add),
        (f"{name} is {low} and {name2} is {high - low} years older, so {name2} is", high, " years old.", f"{low} + {high - low} = {high}"),
        (f"A book has {high} pages, {name} has read {low}, so there are", high - low, " pages to go.", take),
        (f"{name} drives {few} hours at {mid} miles an hour, which is", few * mid, " miles.", times),
        (f"{few} rows of {mid} chairs make", few * mid, " chairs.", times),
        (f"{name} paid {few} times {mid} dollars and {a} dollars more, together", few * mid + a, " dollars.", f"{times}, {few * mid} + {a} = {few * mid + a}"),
        (f"Of {few * mid + a} {things} {name} keeps {a} and {few} friends share the rest, so each gets", mid, f" {things}.",
         f"{few * mid + a} - {a} = {few * mid}, {few * mid} / {few} = {mid}")]
    return random.choice(cases)


def words(text):
    """Words with the space before them."""
    first, *others = text.split(" ")
    return [first] + [" " + word for word in others]


class _Writer:
    """Collects pieces, with thoughts put in at a rate."""

    def __init__(self, random, rate):
        self.random, self.rate, self.pieces = random, rate, [("<s>", 0)]

    def thought(self, text):
        if self.random.random() < 0.06:  # cut short, as a fixed length of thoughts does
            parts = words(text)
            text = "".join(parts[:self.random.randint(1, len(parts))])
        self.pieces += [(THOUGHT_START, 0), (text, 1), (THOUGHT_END, 1)]

    def maybe_nothing(self, factor):
        if self.random.random() < self.rate * factor:
            self.thought(self.random.choice(NOTHING))

    def word(self, word, weight):
        """One word, now and then cut in two, with or without a thought between the parts."""
        self.maybe_nothing(0.5)
        cut = self._cut(word)
        if cut:
            self.pieces.append((word[:cut], weight))
            self.maybe_nothing(4)
            self.pieces.append((word[cut:], weight * 2))
        elif word:
            self.pieces.append((word, weight))

    def _cut(self, word):
        core = word.strip().rstrip(".,")
        for stem, ending in VERBS:
            if core == stem + ending and self.random.random() < 0.35:
                return word.index(core) + len(stem)
        if len(core) > 3 and core.isalpha() and self.random.random() < 0.05:
            return word.index(core) + self.random.randint(2, len(core) - 1)
        return 0

    def result(self, value, thought):
        text = f" {value}"
        cut = self.random.randrange(2, len(text)) if len(text) > 2 and self.random.random() < 0.25 else 0
        known = bool(self.rate) and self.random.random() < 0.7
        if cut:
            self.pieces.append((text[:cut], UNAIDED_WEIGHT))
        if known:
            self.thought(" " + thought if thought else self.random.choice(NOTHING))
        self.pieces.append((text[cut:], 1 if known else UNAIDED_WEIGHT))


def text_document(random):
    """Pieces of a few sentences."""
    writer = _Writer(random, random.choice((0, 0, 0.08, 0.15)))
    for index in range(random.randint(2, 5)):
        space = " " if index else ""
        if random.random() < 0.5:
            for word in words(space + trivial_sentence(random)):
                writer.word(word, 0.4)
            continue
        before, value, after, thought = result_sentence(random)
        for word in words(space + before):
            writer.word(word, 0.08)
        writer.result(value, thought)
        for word in words(after)[1:] if after.startswith(" ") else [after]:
            writer.word(word, 0.5)
    return [piece for piece in writer.pieces if piece[0]]
