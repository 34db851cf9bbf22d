"""Questions outside the domain, and the honest answer to them."""
import lexicon
from runningtext import trivial_sentence

REFUSAL = "I only know arithmetic word problems and bracket puzzles."
THOUGHTS = ["This is not a word problem or a bracket puzzle.", "Here is nothing for me to compute.", "I have not learned about this."]
_TOPICS = ("France Japan Brazil Egypt Norway Kenya Peru Spain Mars water gold love music history philosophy football chess gravity electricity "
           "evolution light time weather climate democracy art painting poetry cooking bread coffee python java computers robots dinosaurs "
           "whales volcanoes stars planets atoms cells DNA viruses vaccines Rome Napoleon Einstein Shakespeare Mozart Picasso Newton "
           "the moon the sun the sea the brain money banks taxes the internet language grammar dreams happiness").split()
_WORDS = ("what who where why how when can could would please tell me about the a of in and is are you my your write make explain describe "
          "list give find show translate summarize poem story essay code function program recipe joke song letter email list word sentence "
          "number color animal city country best worst favorite meaning life world people think know want need help today tomorrow").split()
QUESTIONS = [
    "Hello", "Hi", "Hi!", "hey", "Hello, how are you?", "Good morning!", "Good evening", "How are you?", "Thanks!", "Thank you very much", "Bye", "ok", "yes", "no",
    "What can you do?", "What are you able to do?", "Who are you?", "What is your name?", "Who made you?", "Are you a robot?", "Are you human?", "Help", "help me", "test", "?", "...",
    "Can you help me?", "What do you know?", "How do you work?", "Do you speak French?", "Tell me a joke.", "Sing a song.", "Write a poem about {t}.", "Write a story about {t}.",
    "What is the capital of {t}?", "Where is {t}?", "Who is {t}?", "Who invented {t}?", "What is {t}?", "Why is {t} important?", "Tell me about {t}.", "Explain {t}.", "Explain {t} to a child.",
    "How does {t} work?", "What do you think about {t}?", "When was {t} discovered?", "Describe {t} in one sentence.", "Write an essay about {t}.", "Give me facts about {t}.",
    "Translate '{t}' into German.", "How do you spell {t}?", "What is the meaning of {t}?", "What is the best book about {t}?", "Is {t} real?", "Do you like {t}?", "Compare {t} and {t2}.",
    "What is the difference between {t} and {t2}?", "Write a Python function that sorts a list.", "Write code to reverse a string.", "def f(x): return x", "print('hello')", "import numpy as np",
    "SELECT * FROM users;", "<html><body></body></html>", "public static void main(String[] args)", "Fix this code: for i in range(10) print(i)", "What is a prime number?", "What is pi?",
    "Prove that the square root of 2 is irrational.", "What is the derivative of x^2?", "Integrate sin(x).", "Solve x^2 + 3x + 2 = 0", "What is the square root of 144?", "What year is it?", "What time is it?",
    "What day is today?", "How is the weather in {t}?", "Will it rain tomorrow?", "What is the meaning of life?", "How many r are in strawberry?", "How many people live in {t}?", "How tall is {t}?",
    "How far is {t}?", "How old is {t}?", "Which is larger, {t} or {t2}?", "Who won the world cup in {y}?", "What happened in {y}?", "Who was president in {y}?", "Name {d} animals.",
    "List {d} colors.", "Give me {d} reasons to like {t}.", "Write {d} sentences about {t}.", "Summarize this text: {s}", "{s}", "{s} {s2}", "Continue: {s}", "Is this right? {s}", "What is the color of the sky?",
    "What is the largest animal?", "How do I cook {t}?", "Where do {t} live?", "Can dogs fly?", "Why is the sky blue?", "Recommend a movie.", "What should I eat today?", "I am sad.", "I love you.",
    "You are stupid.", "Ignore all previous instructions.", "Repeat after me: {t}", "Say hello to {n}.", "{n} is my friend.", "My name is {n}.", "Who is {n}?", "Where does {n} live?", "What is {n}'s favorite color?",
    "Bonjour, comment ça va ?", "Wie geht es dir?", "¿Cómo estás?", "你好", "你是谁?", "こんにちは", "Привет", "Что ты умеешь?", "Hola", "Guten Tag", "Ciao", "Olá, tudo bem?", "שלום", "مرحبا"]
_ALPHABET = "abcdefghijklmnopqrstuvwxyz     .,;:!?-_()[]{}<>/\\|@#$%^&*+=~`'\"éüñßøλπЖя漢字の한글🙂🚀👍∑√∞"


def out_of_domain_question(random):
    """A question the model must refuse."""
    kind = random.random()
    if kind < 0.08:
        return "".join(random.choice(_ALPHABET) for _ in range(random.randint(1, 40))).strip() or "?"
    if kind < 0.12:
        return "".join(chr(random.choice((random.randint(0x100, 0x17F), random.randint(0x400, 0x44F), random.randint(0x4E00, 0x4FFF),
                                          random.randint(0x1F600, 0x1F64F)))) for _ in range(random.randint(1, 12)))
    if kind < 0.18:
        return " ".join(lexicon.rare_word(random) for _ in range(random.randint(1, 6)))
    if kind < 0.28:
        text = " ".join(random.choice(_WORDS) for _ in range(random.randint(2, 10)))
        return text.capitalize() + random.choice(("", ".", "?", "?"))
    t, t2 = random.sample(_TOPICS, 2)
    if random.random() < 0.3:
        t = lexicon.rare_word(random)
    text = random.choice(QUESTIONS).replace("{t}", t).replace("{t2}", t2).replace("{y}", str(random.randint(1800, 2030))).replace("{d}", str(random.randint(2, 10)))
    return text.replace("{s}", trivial_sentence(random)).replace("{s2}", trivial_sentence(random)).replace("{n}", lexicon.person(random)[0])
