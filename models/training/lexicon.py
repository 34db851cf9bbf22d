"""Words the problem generator draws from: names, things, containers, currencies, and made-up nouns."""

NAMES_SHE = (
    "Anna Mia Lena Sara Nora Emma Lucy Ruth Ella Jane Rosa Carla Alice Amy Beth Clara Daisy Diana Eva Fiona Grace Hannah "
    "Ida Irene Iris Julia Kate Kim Laura Leah Lily Linda Lisa Maria Mary Maya Megan Nina Olga Olivia Paula Priya Rachel "
    "Rita Sofia Sophie Susan Tara Tina Vera Yuki Zoe Aisha Amara Chloe Elena Farah Gina Helen Ingrid Joan Karen Lara Mei "
    "Naomi Petra Rose Stella Wendy Zara Janet Natalia Betty Marta Joy Bella Sandra Mrs.-Lee Mrs.-Brown").split()
NAMES_HE = (
    "Tom Ben Max Paul Leo Sam Jack Noah Adam Luke Omar Ivan Alex Andy Bob Carl Chris Dan David Eric Felix Finn Frank Fred "
    "George Hans Harry Henry Hugo Ian Jake James Jim Joe John Jon Kai Karl Ken Kevin Liam Mark Matt Mike Nick Oscar Otto "
    "Pedro Peter Philip Ravi Ray Rob Roy Simon Steve Ted Theo Tim Tony Victor Walter Will Yusuf Ahmed Boris Chen Diego Emil "
    "Gabriel Hiro Jamal Lars Marco Niels Pablo Raj Sven Toby Weng Randy Josh Albert Bobby Mr.-Green Mr.-Smith").split()
NAMES_SHE = [name.replace(".-", ". ") for name in NAMES_SHE]
NAMES_HE = [name.replace(".-", ". ") for name in NAMES_HE]

_REGULAR = (
    "apple pear book coin stamp card pen shell egg cake ball stone cup rose plum key toy button sticker marble orange banana "
    "lemon melon carrot onion cookie candle pencil crayon ribbon bead ring hat shirt sock cap scarf ticket poster photo "
    "magnet badge medal stick leaflet letter envelope notebook folder eraser ruler marker brush bucket basin plate bowl "
    "spoon fork bottle can jug lamp clock chair table stool pillow blanket towel soap comb mirror flower tulip daisy-flower "
    "tree seed bulb bean nut walnut almond grape cherry-tomato pumpkin potato-chip muffin donut pie pizza sandwich-roll "
    "burger waffle pancake biscuit chocolate lollipop sweet mint gum-drop balloon kite doll robot car truck train-set boat plane "
    "drum flute whistle bell game puzzle block brick tile nail screw bolt nut-bolt plank rope chain wheel tyre battery-pack "
    "phone laptop tablet camera cable headphone speaker disc comic magazine newspaper map globe flag feather fossil crystal "
    "gem pearl acorn pinecone frog duck hen cow goat sheep-toy rabbit hamster bird parrot snail worm beetle butterfly-card "
    "dinosaur dragon puppet costume mask crown necklace bracelet earring watch belt bag wallet backpack umbrella tent lantern "
    "token chip counter dot point-card cupcake bun roll loaf-pan jar-lid sandwich-bag meatball mushroom pepper cucumber "
    "turnip radish apricot kiwi mango coconut fig date olive pretzel cracker snack drink juice-box soda").split()
_IRREGULAR = {
    "cherry": "cherries", "berry": "berries", "strawberry": "strawberries", "tomato": "tomatoes", "potato": "potatoes",
    "peach": "peaches", "brush": "brushes", "dress": "dresses", "box of tea": "boxes of tea", "glass": "glasses",
    "knife": "knives", "loaf": "loaves", "leaf": "leaves", "toy box": "toy boxes", "candy": "candies", "puppy": "puppies",
    "fish": "fish", "sheep": "sheep", "mouse": "mice", "goose": "geese", "watch": "watches", "sandwich": "sandwiches",
    "battery": "batteries", "daisy": "daisies", "lily": "lilies", "radish": "radishes", "bench": "benches", "bus": "buses"}


def _things():
    """List of (singular, plural) pairs of countable things."""
    pairs = list(_IRREGULAR.items())
    for word in _REGULAR:
        if "-" not in word and word not in _IRREGULAR:
            pairs.append((word, word + "s"))
    for pair in (("gold coin", "gold coins"), ("toy car", "toy cars"), ("baseball card", "baseball cards"),
                 ("red ball", "red balls"), ("paper clip", "paper clips"), ("tennis ball", "tennis balls"),
                 ("chocolate bar", "chocolate bars"), ("water bottle", "water bottles"), ("rubber band", "rubber bands"),
                 ("trading card", "trading cards"), ("picture book", "picture books"), ("ice cream", "ice creams")):
        pairs.append(pair)
    return pairs


THINGS = _things()
BUYABLE = [pair for pair in THINGS if pair[0] not in ("tree", "dinosaur", "dragon", "point", "dot", "worm", "snail")]
CONTAINERS = [("box", "boxes"), ("bag", "bags"), ("basket", "baskets"), ("shelf", "shelves"), ("crate", "crates"), ("jar", "jars"),
              ("pack", "packs"), ("tray", "trays"), ("carton", "cartons"), ("drawer", "drawers"), ("packet", "packets"),
              ("case", "cases"), ("bowl", "bowls"), ("bucket", "buckets"), ("chest", "chests"), ("sack", "sacks"),
              ("tin", "tins"), ("pile", "piles"), ("set", "sets"), ("bundle", "bundles"), ("row", "rows"), ("stack", "stacks")]
CURRENCIES = [("dollars", "$"), ("euros", "€"), ("pounds", "£"), ("coins", ""), ("cents", ""), ("francs", ""), ("rupees", "")]
SELLERS = ["a shop", "the market", "a store", "a bakery", "the fair", "a kiosk", "a toy shop", "the school shop"]
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = ["school", "the park", "the library", "the museum", "the zoo", "a farm", "the harbor", "the office", "the village", "town"]
NUMBER_WORDS = ("zero one two three four five six seven eight nine ten eleven twelve").split()

_ONSETS = "b bl br c ch d dr f fl g gl gr h j k kl l m n p pl pr qu r s sh sk sl sn sp st t th tr tw v w wh z zw".split()
_VOWELS = "a e i o u ee oo ai ou y ar or".split()
_CODAS = ["", "b", "ck", "d", "ff", "g", "l", "lt", "m", "mp", "n", "nd", "ng", "nk", "p", "r", "rt", "sk", "st", "t", "v", "x", "zz"]


def rare_word(random, syllables=None):
    """A made-up word, so that a noun or name never seen in training is copied rather than recalled."""
    count = syllables or random.choice((1, 2, 2, 3))
    return "".join(random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS) for _ in range(count))


def rare_thing(random):
    """A made-up (singular, plural) pair."""
    word = rare_word(random)
    if word[-1] in "xszh":
        return word, word + "es"
    return word, word + "s"


def person(random, rare=0.04):
    """(name, subject pronoun, possessive, object pronoun)."""
    if random.random() < 0.5:
        name, pronouns = random.choice(NAMES_SHE), ("she", "her", "her")
    else:
        name, pronouns = random.choice(NAMES_HE), ("he", "his", "him")
    if random.random() < rare:
        name = rare_word(random, random.choice((1, 2))).capitalize()
    return (name,) + pronouns


_ROLES = ("farmer baker teacher doctor driver nurse student cook painter gardener trader fisherman sailor child boy girl man woman neighbor waiter "
          "tailor hunter mayor king queen pilot clerk coach singer player runner builder plumber postman merchant miller shepherd").split()
_KIN = "mother father sister brother aunt uncle cousin grandmother grandfather friend boss neighbor son daughter".split()
_SURNAMES = "Novak Keller Rossi Silva Tanaka Ivanova Okafor Haas Dubois Larsen Khan Costa Moreau Weber Park Singh Jansen Kowalski".split()


def anyone(random):
    """Like `person`, but now and then a role, a relative or a surname instead of a name."""
    name, *pronouns = person(random)
    kind = random.random()
    if kind < 0.35:
        name = "the " + random.choice(_ROLES)
    elif kind < 0.55:
        name = random.choice(("my ", "my ", "her ", "his ")) + random.choice(_KIN)
    elif kind < 0.7:
        name = ("Mr. " if pronouns[0] == "he" else random.choice(("Mrs. ", "Ms. "))) + random.choice(_SURNAMES)
    return (name, *pronouns)


def thing(random, rare=0.06, pool=None):
    """(singular, plural) of something countable."""
    if random.random() < rare:
        return rare_thing(random)
    return random.choice(pool or THINGS)
