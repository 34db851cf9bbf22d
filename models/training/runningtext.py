"""Running text that mixes trivial continuations with places that need a result, with thoughts between markers.

A piece is (text or token numbers, weight of its loss).  Thoughts sit before words, inside words and numbers (so that an
ending such as "run" + "ning" gains nothing from them) and before results, where they hold the calculation.
"""
import lexicon
import tokenizer as tokenizers

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
    a, b = (random.randint(11, 99), random.randint(11, 99)) if random.random() < 0.4 else (random.randint(100, 899), random.randint(100, 899))
    few, mid = random.randint(2, 9), random.randint(11, 49) if random.random() < 0.5 else random.randint(50, 199)
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


def text_document(random, tokenizer):
    """Pieces of a few sentences, some with thoughts.

    The text is tokenized whole and thoughts sit between its tokens, inside words and numbers too, as they do when every
    position of a text thinks.  What follows a thought that computes nothing must go on unhurt.
    """
    spans, results, length = [], [], 0
    for index in range(random.randint(2, 5)):
        space = " " if index else ""
        if random.random() < 0.45:
            parts = [(space + trivial_sentence(random), 0.4)]
        else:
            before, value, after, thought = result_sentence(random)
            at = length + len(space + before)
            results.append((at, at + len(f" {value}"), " " + thought if thought else None))
            parts = [(space + before, 0.08), (f" {value}", UNAIDED_WEIGHT), (after, 0.5)]
        spans += parts
        length += sum(len(text) for text, _ in parts)
    text = "".join(text for text, _ in spans)
    ids = tokenizer.encode(text)
    weights = [weight for part, weight in spans for _ in part]
    places = _starts(ids, tokenizer)
    if places is None:
        return [("<s>", 0), (text, 0.3)]
    return _with_thoughts(random, tokenizer, ids, places, [weights[place] for place in places], results)


def _starts(ids, tokenizer):
    """The place of each token in the text, or None when a character is made of several tokens."""
    places, at = [], 0
    for token in ids:
        if tokenizer.types[token] != tokenizers.TYPE_NORMAL:
            return None
        places.append(at)
        at += len(tokenizer.tokens[token])
    return places


def _with_thoughts(random, tokenizer, ids, places, weights, results):
    rate = random.choice((0, 0, 0.03, 0.1, 0.25))  # few thoughts, as in an app that tries one position at a time, or many
    inside = [tokenizer.tokens[token][0] != tokenizers.SPACE for token in ids]
    thoughts = {}
    for index, place in enumerate(places[1:], 1):
        result = next((result for result in results if result[0] <= place < result[1]), None)
        if result and rate and random.random() < (0.75 if place == result[0] else 0.35):
            thoughts[index] = result[2] or random.choice(NOTHING)
        elif not result and random.random() < rate * (2 if inside[index] else 1):
            thoughts[index] = random.choice(NOTHING)
    pieces, heavy = [("<s>", 0)], {}
    for index in thoughts:
        neutral = thoughts[index] in NOTHING
        for ahead in range(index, min(len(ids), index + 3)):
            heavy[ahead] = 0.6 if neutral else 1
    for index, token in enumerate(ids):
        if index in thoughts:
            text = thoughts[index]
            if random.random() < 0.06:  # cut short, as a fixed length of thoughts does
                parts = words(text)
                text = "".join(parts[:random.randint(1, len(parts))])
            pieces += [(THOUGHT_START, 0), (text, 1), (THOUGHT_END, 1)]
        pieces.append(([token], max(weights[index], heavy.get(index, 0))))
    return pieces
