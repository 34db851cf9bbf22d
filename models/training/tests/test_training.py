"""The fused kernels agree with plain PyTorch, training lowers the loss, and llama.cpp agrees with both."""
import os
import pathlib
import random
import shutil
import tempfile
import unittest

from . import __name__ as _package  # sets the path
import tokenizer as tokenizers

try:
    import torch
    import batches
    import check_tokenizer
    import export
    import llama
    import packed
    import plain
    import shape as shapes
    from optimizer import Optimizer
except ImportError:
    torch = None

SHIPPED = pathlib.Path(tokenizers.__file__).resolve().parent.parent / "thoughtscope-small.gguf"


def library_there():
    try:
        return torch is not None and bool(llama.Library())
    except (OSError, RuntimeError):
        return False


@unittest.skipIf(torch is None, "torch or numpy is missing")
class Training(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)
        self.tokenizer = tokenizers.load()
        self.shape = shapes.Shape(len(self.tokenizer.tokens), 64, 2, 128)
        self.parameters = shapes.random_parameters(self.shape, 1)
        self.batch = batches.Packer(self.tokenizer, random.Random(1), 768).next()

    @unittest.skipUnless(shutil.which("g++"), "no compiler")
    def test_fused_losses_and_gradients_agree_with_autograd(self):
        from fused import FusedModel
        fused, reference = FusedModel(self.shape, self.parameters, 768, 2, self.folder), plain.PlainModel(self.shape, self.parameters)
        difference = fused.run(self.batch, 0.05) - reference.run(self.batch, 0.05)
        self.assertLess(difference.abs().max().item(), 0.05)
        for name, gradient in reference.gradients.items():
            distance = ((fused.gradients[name].float() - gradient).norm() / gradient.norm()).item()
            self.assertLess(distance, 0.05, name)

    def test_the_packed_model_agrees_with_the_plain_one(self):
        model, reference = packed.PackedModel(self.shape, self.parameters, "cpu"), plain.PlainModel(self.shape, self.parameters)
        self.assertTrue(torch.allclose(model.run(self.batch, 0.05), reference.run(self.batch, 0.05), atol=1e-3))
        for name, gradient in reference.gradients.items():
            distance = ((model.gradients[name] - gradient).norm() / gradient.norm()).item()
            self.assertLess(distance, 1e-3, name)

    def test_several_processes_make_the_same_batches_again(self):
        firsts = []
        for _ in range(2):
            packer = batches.ParallelPacker(self.tokenizer, 3, 512, 2)
            self.addCleanup(packer.close)
            firsts.append([packer.next().tokens for _ in range(3)])
        self.assertTrue(all(torch.equal(one, other) for one, other in zip(*firsts)))
        self.assertFalse(torch.equal(firsts[0][0], firsts[0][1]))

    def test_batches_depend_on_the_seed_only(self):
        again = batches.Packer(self.tokenizer, random.Random(1), 768).next()
        other = batches.Packer(self.tokenizer, random.Random(2), 768).next()
        self.assertTrue(torch.equal(self.batch.tokens, again.tokens))
        self.assertFalse(torch.equal(self.batch.tokens, other.tokens))

    def test_some_steps_lower_the_loss(self):
        model = plain.PlainModel(self.shape, self.parameters)
        optimizer = Optimizer(self.shape, model)
        first = model.run(self.batch).sum().item()
        for _ in range(8):
            optimizer.step(0.02, 2e-3)
            last = model.run(self.batch).sum().item()
        self.assertLess(last, 0.9 * first)

    @unittest.skipUnless(library_there(), "llama.cpp is not there")
    def test_llama_cpp_computes_the_same_probabilities(self):
        path = self.folder / "m.gguf"
        parameters = {name: value.half().float() for name, value in self.parameters.items()}
        export.write_gguf(path, self.shape, parameters, self.tokenizer)
        ids = self.tokenizer.encode("<s>Tom has 3 boxes with 12 apples each.")
        tokens = torch.tensor(ids)
        logits = plain.logits(self.shape, parameters, tokens, torch.arange(len(ids)), torch.zeros(len(ids), dtype=torch.long))
        expected = torch.log_softmax(logits, -1)[range(len(ids) - 1), tokens[1:]].tolist()
        model = llama.Llama(path, 1, 512, 1)
        self.addCleanup(model.close)
        for ours, theirs in zip(expected, model.log_probabilities(ids[:1], ids[1:])):
            self.assertAlmostEqual(ours, theirs, delta=0.02)


@unittest.skipUnless(SHIPPED.exists() and library_there(), "llama.cpp or the model is not there")
class Shipped(unittest.TestCase):
    def test_the_shipped_model_tokenizes_like_the_trainer(self):
        self.assertEqual([], check_tokenizer.mismatches(SHIPPED, 600)[1])

    def test_the_shipped_model_is_small_and_licensed(self):
        self.assertLess(os.path.getsize(SHIPPED), 40 * 10 ** 6)
        from gguf_file import read
        metadata, _ = read(SHIPPED)
        self.assertEqual("apache-2.0", metadata["general.license"])
        self.assertEqual("marco-o1", metadata["thoughtscope.dialect"])
        self.assertIn("<|im_start|>", metadata["tokenizer.chat_template"])


if __name__ == "__main__":
    unittest.main()
