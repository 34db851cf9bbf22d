"""Vocabulary, held-out sets, model files and checkpoints: what is right round-trips, what is damaged is refused in a sentence."""
import errno
import json
import pathlib
import tempfile
import unittest
import unittest.mock
import xml.etree.ElementTree

from . import __name__ as _package  # sets the path
import calibration
import heldout
import scoring
import situations
import tokenizer as tokenizers

try:
    import torch
    import average
    import checkpoint
    import export
    import gguf_file
    import shape as shapes
except ImportError:
    torch = None

HELDOUT = pathlib.Path(heldout.__file__).resolve().parent.parent / "heldout"


class Folder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)


class Vocabulary(Folder):
    def test_text_comes_back_whatever_it_is(self):
        tokenizer = tokenizers.load()
        for text in ("Tom has 12 apples.", "  two  spaces ", "Zażółć 日本語 🙂\u200d\n\n\ttab", "<|im_start|>user\nhi<|im_end|>"):
            self.assertEqual(text, tokenizer.decode(tokenizer.encode(text)))

    def test_digits_stay_single(self):
        tokenizer = tokenizers.load()
        self.assertEqual(["▁1", "2", "3", "4"], [tokenizer.tokens[i] for i in tokenizer.encode(" 1234")])

    def test_a_damaged_vocabulary_is_refused(self):
        for content in ("", "[]", "{", '["a", "b"]'):
            path = self.folder / "vocab.json"
            path.write_text(content)
            self.assertRaises(ValueError, tokenizers.load, path)


class HeldOut(Folder):
    def test_the_committed_sets_are_those_that_the_generator_makes(self):
        heldout.make_all(self.folder)
        for made in self.folder.iterdir():
            self.assertEqual((HELDOUT / made.name).read_text(encoding="utf-8"), made.read_text(encoding="utf-8"), made.name)

    def test_there_are_at_least_five_hundred_problems_with_right_answers(self):
        lines = [line for name in ("seen", "hard", "unseen", "brackets") for line in heldout.read_set(HELDOUT / f"{name}.jsonl")]
        self.assertGreaterEqual(len(lines), 500)
        self.assertTrue(all(scoring.is_right(line, line["answer"]) for line in lines))
        self.assertEqual(len(lines), len({line["id"] for line in lines}))

    def test_marked_results_of_the_strip_are_numbers(self):
        for line in heldout.read_set(HELDOUT / "strip.jsonl", frozenset({"id", "text", "results", "trivial"})):
            self.assertTrue(all(line["text"][start:end].strip().isdigit() for start, end in line["results"]), line)
            self.assertTrue(all(line["text"][start:end].isalpha() for start, end in line["trivial"]), line)

    def test_empty_and_damaged_pattern_files_are_refused(self):
        path = self.folder / "patterns.txt"
        for content in ("", "# nothing\n", "- no situation\n", "= one\nv a=(\n", "= one\nwrong\n"):
            path.write_text(content)
            self.assertRaises(ValueError, situations.read_situations, path)
        self.assertRaises(ValueError, situations.read_situations, self.folder / "missing.txt")

    def test_empty_and_damaged_sets_are_refused(self):
        for content in ("", "{", '{"id": 1}\n', "[]\n"):
            path = self.folder / "set.jsonl"
            path.write_text(content)
            self.assertRaises(ValueError, heldout.read_set, path)
        self.assertRaises(ValueError, heldout.read_set, self.folder / "missing.jsonl")


class Calibration(unittest.TestCase):
    def test_bins_hold_equally_many_paths(self):
        rows = calibration.calibration([0.9, 0.8, 0.99, 0.95], [False, False, True, True], 2)
        self.assertEqual([(0.85, 0.0, 0, 2), (0.97, 1.0, 2, 2)], rows)
        self.assertIn("| 0.970 | 100.0 % (2/2, 34.2 to 100.0) |", calibration.table(rows))

    def test_the_plot_is_a_picture_with_a_point_a_bin(self):
        picture = xml.etree.ElementTree.fromstring(calibration.plot([(0.85, 0.0, 0, 2), (0.97, 1.0, 2, 2)], "title"))
        self.assertEqual(2, len(picture.findall("{http://www.w3.org/2000/svg}circle")))


class Scoring(unittest.TestCase):
    def test_wilson_interval(self):
        low, high = scoring.wilson(8, 10)
        self.assertAlmostEqual(0.4902, low, 4)
        self.assertAlmostEqual(0.9433, high, 4)

    def test_auroc(self):
        self.assertEqual(1.0, scoring.auroc([0.9, 0.8, 0.1], [True, True, False]))
        self.assertEqual(0.5, scoring.auroc([0.5, 0.5], [True, False]))
        self.assertIsNone(scoring.auroc([0.5], [True]))

    def test_the_last_answer_counts(self):
        self.assertEqual("8", scoring.answer_in("The answer is 7.\n</Thought>\n<Output>The answer is 8.</Output>"))
        self.assertIsNone(scoring.answer_in("nothing"))

    def test_any_right_placement_solves_a_puzzle(self):
        line = {"kind": "brackets", "answer": "(1 + 2) * 3"}
        self.assertTrue(scoring.is_right(line, "(1 + 2) * 3"))
        self.assertFalse(scoring.is_right(line, "1 + (2 * 3)"))
        self.assertFalse(scoring.is_right(line, "9"))


@unittest.skipIf(torch is None, "torch or numpy is missing")
class ModelFiles(Folder):
    def small(self):
        tokenizer = tokenizers.load()
        shape = shapes.Shape(len(tokenizer.tokens), 32, 1, 64, 64)
        return tokenizer, shape, shapes.random_parameters(shape, 1)

    def test_a_model_file_comes_back(self):
        tokenizer, shape, parameters = self.small()
        path = self.folder / "m.gguf"
        export.write_gguf(path, shape, parameters, tokenizer, "f16")
        again, values, tokens = export.read_gguf(path)
        self.assertEqual((shape, tokenizer.tokens), (again, tokens))
        for name, value in parameters.items():
            self.assertTrue(torch.equal(value.half().float() if value.dim() == 2 else value, values[name]), name)

    def test_in_eight_bits_each_number_comes_back_within_half_a_step_of_its_block(self):
        tokenizer, shape, parameters = self.small()
        path = self.folder / "m.gguf"
        export.write_gguf(path, shape, parameters, tokenizer)
        values = export.read_gguf(path)[1]
        for name, value in parameters.items():
            if value.dim() == 2:
                blocks, found = value.reshape(-1, 32), values[name].reshape(-1, 32)
                steps = blocks.abs().amax(1, keepdim=True) / 127
                self.assertTrue(((blocks - found).abs() <= 0.51 * steps + 127 * steps * 2 ** -11).all(), name)

    def test_the_mean_of_two_model_files(self):
        tokenizer, shape, parameters = self.small()
        one, two, small = (self.folder / name for name in ("one.gguf", "two.gguf", "small.gguf"))
        export.write_gguf(one, shape, parameters, tokenizer, "f16")
        export.write_gguf(two, shape, {name: value * 3 for name, value in parameters.items()}, tokenizer, "f16")
        mean = average.averaged(one, two, 0.5)[1]
        self.assertTrue(torch.allclose(mean["0.qkv"], parameters["0.qkv"] * 2, rtol=0.01))
        other = shapes.Shape(shape.vocabulary, 64, 1, 64, 64)
        export.write_gguf(small, other, shapes.random_parameters(other, 1), tokenizer)
        with self.assertRaisesRegex(ValueError, "not of one shape"):
            average.averaged(one, small, 0.5)

    def test_cut_and_damaged_model_files_are_refused(self):
        tokenizer, shape, parameters = self.small()
        path = self.folder / "m.gguf"
        export.write_gguf(path, shape, parameters, tokenizer)
        whole = path.read_bytes()
        for data in (b"", b"GGUF", b"nonsense" * 99, whole[:len(whole) // 2], whole[:-4000], whole[:8] + b"\xff" * 8 + whole[16:]):
            path.write_bytes(data)
            self.assertRaises(gguf_file.DamagedFile, export.read_gguf, path)

    def test_another_shape_or_vocabulary_is_refused_and_nothing_is_left_behind(self):
        tokenizer, shape, parameters = self.small()
        path = self.folder / "m.gguf"
        self.assertRaises(ValueError, export.write_gguf, path, shape, {**parameters, "embed": parameters["embed"][:-1]}, tokenizer)
        self.assertRaises(ValueError, export.write_gguf, path, shape, {**parameters, "norm": parameters["norm"] * float("nan")}, tokenizer)
        shorter = tokenizers.Tokenizer(tokenizer.tokens[:-1])
        self.assertRaises(ValueError, export.write_gguf, path, shape, parameters, shorter)
        self.assertEqual([], list(self.folder.iterdir()))

    def test_a_target_that_cannot_be_written_is_named(self):
        tokenizer, shape, parameters = self.small()
        with self.assertRaisesRegex(OSError, "could not be written"):
            export.write_gguf(self.folder / "missing" / "m.gguf", shape, parameters, tokenizer)

    def test_a_full_disk_is_named_and_nothing_is_left_behind(self):
        tokenizer, shape, parameters = self.small()
        full = unittest.mock.patch("os.fsync", side_effect=OSError(errno.ENOSPC, "No space left on device"))
        with full, self.assertRaisesRegex(OSError, "could not be written: No space left on device"):
            export.write_gguf(self.folder / "m.gguf", shape, parameters, tokenizer)
        with full, self.assertRaisesRegex(OSError, "could not be written: No space left on device"):
            checkpoint.save_checkpoint(self.folder / "checkpoint.pt", {})
        self.assertEqual([], list(self.folder.iterdir()))

    def test_a_stopped_export_keeps_the_old_file_and_leaves_no_half_one(self):
        tokenizer, shape, parameters = self.small()
        path = self.folder / "m.gguf"
        path.write_bytes(b"old")
        with unittest.mock.patch("gguf_file.Writer._write", side_effect=KeyboardInterrupt), self.assertRaises(KeyboardInterrupt):
            export.write_gguf(path, shape, parameters, tokenizer)
        self.assertEqual([path], list(self.folder.iterdir()))
        self.assertEqual(b"old", path.read_bytes())

    def test_a_checkpoint_of_another_kind_is_refused(self):
        tokenizer, shape, parameters = self.small()
        content = {"shape": shape.as_dict(), "parameters": parameters, "vocabulary": tokenizer.tokens, "optimizer": {}, "progress": 0, "tokens": 0, "seconds": 0, "random": 0, "history": []}
        path = self.folder / "checkpoint.pt"
        for change, sentence in (({"vocabulary": tokenizer.tokens[:-1]}, "a vocabulary of"), ({"shape": {"depth": 3}}, "another kind of model"),
                                 ({"shape": {**shape.as_dict(), "width": 64}}, "another shape"), ({"parameters": {}}, "other parameters")):
            checkpoint.save_checkpoint(path, content | change)
            with self.assertRaisesRegex(ValueError, sentence):
                checkpoint.load_checkpoint(path)
        checkpoint.save_checkpoint(path, content)
        self.assertEqual(tokenizer.tokens, checkpoint.load_checkpoint(path)["vocabulary"])

    def test_a_vocabulary_grows_by_text(self):
        tokenizer, shape, parameters = self.small()
        longer = tokenizers.Tokenizer(tokenizer.tokens + ["zzq"])
        changed, values = export.with_vocabulary(shape, parameters, tokenizer.tokens, longer)
        self.assertEqual(shape.vocabulary + 1, changed.vocabulary)
        self.assertTrue(torch.equal(values["embed"][:-1], parameters["embed"]))
        self.assertTrue(torch.allclose(values["embed"][-1], parameters["embed"][tokenizer.encode("zzq")].mean(0)))

    def test_damaged_checkpoints_are_refused(self):
        path = self.folder / "checkpoint.pt"
        for data in (b"", b"not a checkpoint"):
            path.write_bytes(data)
            self.assertRaises(ValueError, checkpoint.load_checkpoint, path)
        torch.save({"shape": {}}, path)
        self.assertRaises(ValueError, checkpoint.load_checkpoint, path)


if __name__ == "__main__":
    unittest.main()
