"""The generated problems, their solutions and the thoughts about them are true."""
import random
import re
import unittest

from . import __name__ as _package  # sets the path
import brackets
import chains
import documents
import refusals
import situations
import thoughts
from arithmetic import step_line, worked_out

FACT = re.compile(r"(-?\d+) ([+\-*/]) (-?\d+) = (-?\d+)")
SUM = re.compile(r"(\d+(?: \+ \d+){2,}) = (\d+)")


def false_facts(text):
    """The facts `a op b = c` in a text that do not hold."""
    wrong = []
    for a, op, b, c in FACT.findall(SUM.sub("", text)):
        a, b, c = int(a), int(b), int(c)
        true = b * c == a if op == "/" else {"+": a + b, "-": a - b, "*": a * b}[op] == c
        if not true:
            wrong.append((a, op, b, c))
    return wrong + [found for found in SUM.findall(text) if sum(map(int, found[0].split(" + "))) != int(found[1])]


class Arithmetic(unittest.TestCase):
    def test_every_fact_that_leads_to_a_result_is_true(self):
        source = random.Random(1)
        for _ in range(4000):
            x, op, y = documents._drill_operands(source)
            self.assertEqual([], false_facts(worked_out(x, op, y) or ""), (x, op, y))

    def test_working_out_ends_with_the_result(self):
        self.assertEqual("a: 47 * 6. 40 * 6 = 240, 7 * 6 = 42, 240 + 42 = 282, so 282.", step_line("a", 47, "*", 6, slowly=True))
        self.assertEqual("40% of 200. 200 / 10 = 20, 20 * 4 = 80, so 80.", step_line("", 40, "%", 200, slowly=True))
        self.assertEqual("left: 36 - 7 = 29.", step_line("left", 36, "-", 7))


class Problems(unittest.TestCase):
    def test_there_are_enough_patterns_and_the_unseen_ones_are_apart(self):
        seen = {text for s in situations.SITUATIONS for text in s.tellings + s.complete}
        unseen = {text for s in situations.SITUATIONS for text in s.unseen}
        self.assertGreaterEqual(len(seen), 300)
        self.assertGreaterEqual(len(unseen), 40)
        self.assertFalse(seen & unseen)

    def test_no_slot_or_choice_is_left_in_a_question(self):
        source = random.Random(2)
        for level in (1, 2, 3, 4, 5):
            for unseen in (False, True):
                for _ in range(200):
                    question = documents.draw_problem(source, level, unseen).question
                    self.assertNotRegex(question, r"[\[\]{}|~]")
                    self.assertEqual(question, question.strip())

    def test_the_family_of_the_restarted_download_holds_the_known_answer(self):
        family = next(s for s in situations.SITUATIONS if s.name == "download_restart")
        numbers = {"p": 40, "rate": 2, "size": 200, "x": 20}
        steps = [(label, family._operand(x, numbers), op, family._operand(y, numbers)) for label, x, op, y in family.steps]
        self.assertEqual(160, situations.evaluate_steps(steps)[-1])

    def test_training_never_draws_a_held_out_problem(self):
        source = random.Random(3)
        self.assertFalse(any(documents.training_problem(source).held_out for _ in range(500)))

    def test_a_level_five_chain_has_five_steps_or_more_and_a_remark_to_distract(self):
        source = random.Random(4)
        self.assertTrue(all(len(chains.chain_problem(source, 5).steps) >= 4 for _ in range(100)))


class Thoughts(unittest.TestCase):
    def test_every_style_states_true_facts_and_the_right_answer(self):
        source = random.Random(5)
        for style in thoughts.STYLES:
            for _ in range(300):
                problem = documents.draw_problem(source)
                if problem.kind == "brackets":
                    continue
                text, answer = thoughts.word_thought(problem, style, source)
                self.assertEqual(problem.answer, answer)
                self.assertTrue(text.endswith(f"\nThe answer is {answer}."))
                if style != "quick":
                    self.assertEqual([], false_facts(text), text)

    def test_a_planted_mistake_changes_the_quick_answer(self):
        source = random.Random(6)
        for _ in range(100):
            problem = chains.chain_problem(source, 2)
            self.assertNotEqual(problem.answer, thoughts.word_thought(problem, "quick", source, mistake=True)[1])

    def test_the_reflection_sentence_is_the_published_one(self):
        self.assertEqual("Wait! Maybe I made some mistakes! I need to rethink from scratch.", thoughts.REFLECTION)

    def test_refusals_come_in_the_same_form(self):
        text = "".join(text for text, _ in documents.refusal_document(random.Random(8)))
        self.assertIn(f"<Output>{refusals.REFUSAL}</Output><|im_end|>", text)


class Brackets(unittest.TestCase):
    def test_every_state_of_a_calculation_has_the_same_value(self):
        source = random.Random(9)
        for _ in range(400):
            puzzle = brackets.puzzle(source, source.choice((2, 4)))
            for span in brackets.placements(len(puzzle.numbers)):
                for split in (False, True):
                    worked, value = brackets.chain(puzzle.numbers, puzzle.operators, span, split)
                    states = [brackets.placed(puzzle.numbers, puzzle.operators, span)] + worked.split(" = ")
                    self.assertEqual({value}, {eval(state) for state in states}, states)  # only digits, signs and parentheses

    def test_the_nine_number_puzzle_has_one_solution(self):
        numbers, operators = list(range(1, 10)), list("+*+*+*+*")
        found = [span for span in brackets.placements(9) if brackets.chain(numbers, operators, span)[1] == 479]
        self.assertEqual([(2, 5)], found)
        self.assertEqual(141, brackets.value(numbers, operators))

    def test_a_thought_about_a_puzzle_ends_with_a_solution(self):
        source = random.Random(10)
        for style in thoughts.STYLES:
            for _ in range(60):
                puzzle = brackets.puzzle(source, 3)
                _, answer = brackets.bracket_thought(puzzle, style, source)
                self.assertTrue(brackets.solves(puzzle.numbers, puzzle.operators, puzzle.target, answer))


if __name__ == "__main__":
    unittest.main()
