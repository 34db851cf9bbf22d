"""Small changes of wording that leave a problem the same: synonyms, openings, joined sentences, idle remarks.

They work on templates, before numbers and names are put in, and are never applied to wordings kept apart.
"""
import re

from runningtext import trivial_sentence

_SYNONYMS = [(re.compile(pattern), choices) for pattern, choices in (
    (r"\bbuys\b", ["purchases", "picks up", "orders", "acquires", "gets himself"]), (r"\bbought\b", ["purchased", "picked up", "ordered"]),
    (r"\bgives away\b", ["donates", "gives out", "hands out", "hands over"]), (r"\bgets\b(?= \{)", ["receives", "obtains", "is handed", "is given"]),
    (r"\bloses\b", ["misplaces", "drops"]), (r"\bfinds\b", ["discovers", "spots", "digs up"]), (r"(?<=\} )has(?= \{)", ["owns", "holds", "possesses", "carries", "keeps"]),
    (r"\btogether\b(?=\?)", ["combined", "between them", "in sum", "when put together"]), (r"\bin all\b(?=\?)", ["overall", "all told", "in total", "altogether", "as a whole"]),
    (r"\buses\b", ["needs", "uses up", "works with"]), (r"\beats\b", ["consumes", "munches", "snacks on"]), (r"\bmakes\b(?= \{)", ["produces", "builds", "creates", "prepares", "crafts"]),
    (r"\bpicked\b", ["gathered", "harvested", "plucked"]), (r"\bshares\b", ["splits", "divides", "distributes"]), (r"\bevery\b(?= (day|week|month|hour))", ["each"]),
    (r"\btakes\b(?= \{x)", ["grabs", "removes", "picks out"]), (r"\bchildren\b", ["kids", "pupils", "students", "youngsters"]), (r"\bfriends\b", ["pals", "guests", "classmates", "cousins", "neighbors", "players"]),
    (r"\bpeople\b", ["persons", "visitors", "men", "travelers"]), (r"\bdrives\b", ["travels", "goes", "rolls along"]), (r"\bholds\b", ["contains", "has", "fits"]),
    (r"\bcosts\b", ["is priced at", "comes to", "is"]), (r"\bspends\b", ["pays", "uses up", "lays out"]), (r"\bsold\b", ["handed over", "traded"]), (r"\bis paid\b", ["earns", "makes", "takes in"]),
    (r"\bof them\b", ["of these", "of those"]), (r"\bare left\b", ["remain", "are still there", "stay", "are left over"]), (r"\bnow\b(?=\?)", ["at present", "by now", "at this point"]),
    (r"\bThere are\b", ["We have", "One sees", "There were", "You see"]), (r"\bare there\b", ["do we have", "can be counted", "are there then"]), (r"\bput\b", ["placed", "packed", "laid"]))]
_OPENINGS = ["One day ", "Last week ", "In the morning ", "This year ", "At the weekend ", "At school ", "On a farm ", "Suppose that ", "Imagine that ", "Let us say that ", "In a small town ",
             "During the holidays ", "In spring, ", "Say ", "Today ", "In our story ", "At noon ", "Before dinner ", "After school, ", "It is known that ", "Recently ", "At work "]
_ADJECTIVES = "red blue green small big new old shiny wooden fresh cheap heavy round golden plastic large tiny broken colorful sweet white black paper metal".split()


def _lower_start(text):
    return text if text.startswith(("{", "I ")) or not text[:1].isalpha() else text[0].lower() + text[1:]


def loosened(template, random):
    """The template in slightly other words."""
    if random.random() < 0.45:
        for pattern, choices in _SYNONYMS:
            if random.random() < 0.4 and pattern.search(template):
                template = pattern.sub(lambda _: random.choice(choices), template, count=1)
    if random.random() < 0.08 and template[:1] not in "?0123456789" and not template.startswith(("What", "How", "Calculate", "If")):
        template = random.choice(_OPENINGS) + _lower_start(template)
    if random.random() < 0.12:
        template = re.sub(r"\. \{He\} ", " and {he} ", template, count=1)
    if random.random() < 0.1:
        template = re.sub(r"\. Then ", random.choice((", then ", " and then ", ", and then ", ". Afterwards ")), template, count=1)
    return template


def with_remark(text, random, chance=0.05):
    """A finished problem with an idle remark among its sentences, now and then."""
    if random.random() > chance:
        return text
    sentences = re.split(r"(?<=[.!]) (?=[A-Z])", text)
    sentences.insert(random.randrange(len(sentences)), trivial_sentence(random))
    return re.sub(r"  +", " ", " ".join(sentences))


def adjective(random, chance=0.07):
    """An adjective with its space, now and then."""
    return random.choice(_ADJECTIVES) + " " if random.random() < chance else ""


_PAST = dict(pair.split(":") for pair in (
    "buys:bought gives:gave has:had gets:got sells:sold finds:found makes:made eats:ate takes:took loses:lost uses:used pays:paid needs:needed costs:cost works:worked saves:saved "
    "drives:drove puts:put spends:spent earns:earned shares:shared holds:held picks:picked reads:read writes:wrote runs:ran walks:walked brings:brought fills:filled sends:sent "
    "throws:threw wins:won packs:packed leaves:left goes:went comes:came wants:wanted keeps:kept collects:collected starts:started adds:added cuts:cut sits:sat rides:rode "
    "receives:received contains:contained owns:owned carries:carried orders:ordered bakes:baked borrows:borrowed lends:lent hands:handed breaks:broke drops:dropped "
    "is:was are:were weighs:weighed plants:planted paints:painted counts:counted trades:traded returns:returned donates:donated divides:divided splits:split").split())
_PAST_WORD = re.compile(r"\b(" + "|".join(_PAST) + r")\b")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")
_TAILS = ["", "", " Give the number.", " Just the number, please.", " What is the answer?", " How do you work that out?"]
_ABBREVIATED = [(" kilometres", " km"), (" km", " kilometers"), (" km", " miles"), (" litres", " liters"), (" metres", " meters"), (" kg", " kilos"), (" kg", " pounds"), (" cm", " inches"),
                (" dollars", " bucks"), (" dollars", " yen"), (" euros", " crowns"), (" minutes", " min"), ("friends", "buddies"), ("children", "toddlers"), (" each", " apiece"), (" more ", " additional "),
                ("How many", "What number of"), ("How much", "What amount"), ("Then ", "Afterward, "), ("Then ", "Subsequently, "), (" and ", " as well as "), (" and ", " plus "), (" but ", " yet "), (" in all", " all in all")]


def widened(text, random):
    """A finished problem in another tense, order or unit now and then.  Only training is told so."""
    if random.random() < 0.25:
        head, *tail = re.split(r" (?=(?:How|What|Into how)\b)", text, maxsplit=1)
        text = " ".join([_PAST_WORD.sub(lambda match: _PAST[match.group(1)], head), *tail])
    if random.random() < 0.3:
        old, new = random.choice(_ABBREVIATED)
        text = text.replace(old, new)
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1 and sentences[-1].endswith("?") and random.random() < 0.05:
        sentences.insert(0, sentences.pop())
    elif len(sentences) > 2 and random.random() < 0.12:  # two sentences in one
        at = random.randrange(len(sentences) - 2)
        second = sentences[at + 1]
        if not second[0].isdigit() and second.split()[0] in ("He", "She", "They", "Then", "There", "Each", "The", "A", "It", "Another"):
            sentences[at:at + 2] = [sentences[at].rstrip(".") + random.choice((", and ", "; ", " and ", ", while ")) + second[0].lower() + second[1:]]
    if random.random() < 0.04 and text.endswith("?"):
        sentences[-1] += random.choice(_TAILS)
    return re.sub(r"  +", " ", " ".join(sentences))
