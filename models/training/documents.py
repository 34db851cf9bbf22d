"""Training documents: lists of (text or token numbers, weight of the loss on its tokens), drawn from a seeded mix."""
import re

import lexicon
from arithmetic import shown, step_line
from brackets import bracket_thought, placed, puzzle
from chains import chain_problem
from refusals import REFUSAL, THOUGHTS, out_of_domain_question
from runningtext import text_document
from situations import situation_problem
from thoughts import REFLECTION, STYLE_SHARES, word_thought

SYSTEM_TEXTS = ["You are a helpful assistant.", "You are a well-trained AI assistant, your name is Marco-o1.", "Think step by step.",
                "You solve problems.", "你是一个经过良好训练的AI助手，你的名字是Marco-o1."]
_BEFORE = ["Please solve this: ", "Question: ", "Can you help me? ", "Here is a problem. ", "Solve: ", "Problem: ", "Q: ", "Please help. ", "I have a question. "]
_AFTER = [" Please explain.", " Think carefully.", " Show your work.", " Thanks!", " Explain your answer.", " Answer:", " Please."]


DIRECT_WEIGHT = 0.3  # answers without working are mostly luck
OPERAND_WEIGHT = 0.02  # nobody can foresee the operands of a drill


def draw_problem(random, level=None, unseen=False, wide=False):
    """A word problem or a bracket puzzle of a level; `wide` draws on the wordings that are for training alone, too."""
    level = level or random.choices((1, 2, 3, 4, 5), (22, 28, 30, 12, 8))[0]
    if random.random() < 0.22 and not unseen:
        return puzzle(random, level)
    if level < 4 and random.random() < 0.72 or random.random() < 0.25:
        return situation_problem(random, level, unseen, wide)
    return chain_problem(random, level, unseen, wide)


def training_problem(random, level=None):
    """A problem whose numbers are not among those held out."""
    while True:
        problem = draw_problem(random, level, wide=True)
        if not problem.held_out:
            return problem


def _with_slip(question, random):
    """Two letters of a word swapped, or one left out."""
    words = [match for match in re.finditer(r"[a-z]{5,}", question)]
    if not words:
        return question
    word = random.choice(words)
    at = random.randrange(word.start() + 1, word.end() - 2)
    swapped = question[at + 1] + question[at] if random.random() < 0.5 else question[at + 1]
    return question[:at] + swapped + question[at + 2:]


def as_typed(question, random):
    """The question as a hasty or polite person would type it."""
    if random.random() < 0.3:
        question = re.sub(r"\b(\d)(\d{3})\b", r"\1,\2", question)
    if random.random() < 0.03:
        question = _with_slip(question, random)
    if random.random() < 0.05:
        question = random.choice(_BEFORE) + question
    if random.random() < 0.05:
        question += random.choice(_AFTER)
    if random.random() < 0.04:
        question = question.lower()
    if random.random() < 0.03:
        question = question.rstrip("?.")
    return question


def prompt_pieces(question, random, question_weight=0.06):
    """The ChatML prompt up to the assistant's turn."""
    pieces = [("<s>", 0)]
    if random.random() < 0.05:
        pieces.append((f"<|im_start|>system\n{random.choice(SYSTEM_TEXTS)}<|im_end|>\n", 0))
    return pieces + [("<|im_start|>user\n", 0), (question, question_weight), ("<|im_end|>\n<|im_start|>assistant\n", 0)]


def output_pieces(sentence, marker_weight=1, weight=1):
    return [("<Output>", marker_weight), (sentence, weight), ("</Output><|im_end|>", weight)]


def thought(problem, style, random, mistake=False, most_tries=None, doubted=None):
    if problem.kind == "brackets":
        return bracket_thought(problem, style, random, mistake, most_tries, doubted)
    return word_thought(problem, style, random, mistake)


def any_style(random):
    return random.choices(list(STYLE_SHARES), list(STYLE_SHARES.values()))[0]


def chain_document(random, level=None):
    problem = training_problem(random, level)
    text, answer = thought(problem, any_style(random), random)
    return prompt_pieces(as_typed(problem.question, random), random) + [("<Thought>\n", 1), (text + "\n", 1), ("</Thought>\n", 1)] + output_pieces(f"The answer is {answer}.")


def direct_document(random, level=None):
    """No thought at all.  The marker has no weight, so that unforced replies begin with a thought."""
    problem = training_problem(random, level)
    answer = placed(problem.numbers, problem.operators, random.choice(problem.solutions)) if problem.kind == "brackets" else problem.answer
    return prompt_pieces(as_typed(problem.question, random), random) + output_pieces(f"The answer is {answer}.", 0, DIRECT_WEIGHT)


def reflection_document(random, level=None):
    """A first try, the reflection sentence, and a second try by another way.

    A wrong first try has no weight, so that mistakes are not learned; after a right one the second confirms it.
    """
    problem = training_problem(random, level)
    first = random.choices(("quick", "steps", "plan", "careful", "check"), (0.12, 0.42, 0.06, 0.32, 0.08))[0]
    second = random.choices(("steps", "careful", "check"), (0.15, 0.6, 0.25) if first != "careful" else (0.25, 0.2, 0.55))[0]
    if first == second == "steps":
        second = "careful"
    mistake = random.random() < 0.55
    one, found = thought(problem, first, random, mistake)
    two, answer = thought(problem, second, random, doubted=found)
    mistake = mistake and found != answer
    return (prompt_pieces(as_typed(problem.question, random), random) + [("<Thought>\n", 0), (one + "\n", 0 if mistake else 0.5), (REFLECTION + "\n", 0), (two + "\n", 1), ("</Thought>\n", 1)]
            + output_pieces(f"The answer is {answer}."))


def long_puzzle_document(random, level=None):
    """A puzzle of six to nine numbers with a few tries only: the form, not the skill."""
    problem = puzzle(random, 5, count=random.choice((6, 7, 8, 9)))
    text, answer = thought(problem, "steps", random, most_tries=3)
    return prompt_pieces(problem.question, random) + [("<Thought>\n", 0.3), (text + "\n", 0.5), ("</Thought>\n", 1)] + output_pieces(f"The answer is {answer}.")


def refusal_document(random, level=None):
    question = as_typed(out_of_domain_question(random), random)
    pieces = prompt_pieces(question, random, 0.02)
    if random.random() < 0.1:
        return pieces + output_pieces(REFUSAL, 0)
    return pieces + [("<Thought>\n", 1), (random.choice(THOUGHTS) + "\n", 1), ("</Thought>\n", 1)] + output_pieces(REFUSAL)


def running_text_document(random, tokenizer):
    return text_document(random, tokenizer) + [("</s>", 0.3)]


def _drill_operands(random):
    op = random.choice("++--***//%")
    if op == "+":
        return random.randint(1, random.choice((99, 999, 4999))), op, random.randint(1, random.choice((20, 99, 999)))
    if op == "-":
        a = random.randint(2, random.choice((99, 999, 4999)))
        return a, op, random.randint(1, min(a, random.choice((20, 99, 999))))
    if op == "*":
        a, b = random.choice(((random.randint(2, 9), random.randint(2, 9)), (random.randint(2, 9), random.randint(2, 99)),
                              (random.randint(2, 9), random.randint(100, 999)), (random.randint(10, 99), random.randint(3, 99))))
        return (a, op, b) if random.random() < 0.5 else (b, op, a)
    if op == "/":
        b = random.randint(2, random.choice((9, 9, 15)))
        return b * random.randint(2, random.choice((12, 49, 199))), op, b
    p = random.choice((5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90))
    return p, op, 20 * random.randint(1, 40)


def _drill_line(random):
    """(what is to be computed, how it goes on)."""
    if random.random() < 0.3:
        a, b = random.randint(1, random.choice((9, 99))), -random.randint(1, random.choice((20, 99)))
        op = random.choice("+-*" if a < 10 else "+-")
        a, b = random.choice(((a, b), (b, a), (b, -random.randint(1, 9)))) if op == "*" else random.choice(((a, b), (b, a), (b, -a), (a, -b)))
        return f"{a} {op} {b}", f" = {a + b if op == '+' else a - b if op == '-' else a * b}.\n"
    x, op, y = _drill_operands(random)
    line, task = step_line("", x, op, y, random.random() < 0.35), shown(x, op, y)
    return task, line[len(task):] + "\n"


def drill_document(random, level=None):
    """Bare calculations, with and without working out; some over negative numbers."""
    pieces = [("<s>", 0)]
    for _ in range(random.randint(6, 12)):
        task, rest = _drill_line(random)
        pieces += [(task, OPERAND_WEIGHT), (rest, 1)]
    return pieces + [("</s>", 0.3)]


MIX = {chain_document: 0.65, direct_document: 0.02, reflection_document: 0.11, long_puzzle_document: 0.01,
       refusal_document: 0.03, running_text_document: 0.12, drill_document: 0.06}
SIMPLE_LEVELS = (1, 1, 2)


def draw_document(random, tokenizer, simple=False, text_share=None):
    """(kind, pieces) of one document; `simple` is the first stage of the curriculum, `text_share` another share of running text."""
    mix = MIX
    if text_share is not None:
        others = (1 - text_share) / (1 - MIX[running_text_document])
        mix = {make: text_share if make is running_text_document else share * others for make, share in MIX.items()}
    make = random.choices(list(mix), list(mix.values()))[0]
    kind = make.__name__.removesuffix("_document")
    if make is running_text_document:
        return kind, make(random, tokenizer)
    return kind, make(random, random.choice(SIMPLE_LEVELS) if simple else None)
