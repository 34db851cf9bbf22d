"""Trains the model.  Stops by itself at the end of its time, can be stopped at any time and continued.

    python3 train.py --minutes 60                            from nothing
    python3 train.py --minutes 60 --init model.gguf          from an exported model (rows of the vocabulary move by text)
    python3 train.py --minutes 60 --resume                   on from run/checkpoint.pt

The learning rate rises over the first 100 steps, holds, and falls in a straight line to zero at the end of the time,
which is counted by the clock: pauses cost learning, not the schedule.
"""
import argparse
import datetime
import os
import pathlib
import random as randomness
import signal
import sys
import time

import torch

import export
import tokenizer as tokenizers
from batches import KINDS, Packer, ParallelPacker
from checkpoint import load_checkpoint, save_checkpoint
from optimizer import Optimizer
from shape import Shape, random_parameters

HERE = pathlib.Path(__file__).resolve().parent
MUON_RATE, ADAM_RATE = 0.02, 2e-3
WARM_UP_STEPS, HOLD_SHARE = 100, 0.3
SAVE_EVERY_SECONDS, REPORT_EVERY_STEPS = 240, 100


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, help="time of this run")
    parser.add_argument("--until", help="end of this run as HH:MM instead, today or tomorrow")
    parser.add_argument("--init", help="an exported model to start from")
    parser.add_argument("--resume", action="store_true", help="continue from the checkpoint in the run folder")
    parser.add_argument("--simple", action="store_true", help="the first stage of the curriculum: levels 1 and 2 only")
    parser.add_argument("--text-share", type=float, help="share of running text among the documents (default: that of documents.py)")
    parser.add_argument("--run", default=str(HERE / "run"), help="folder for checkpoints and compiled kernels")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--feed-forward", type=int, default=704)
    parser.add_argument("--batch-tokens", type=int, help="tokens of a step (default: 4096, on a GPU 65536)")
    parser.add_argument("--workers", type=int, help="processes that make the documents (default: none, on a GPU the cores less two)")
    parser.add_argument("--rate", type=float, default=1.0, help="factor on both learning rates")
    parser.add_argument("--smoothing", type=float, default=0.0, help="label smoothing")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="auto", help="auto, cuda, cpu (fused kernels), plain or packed (the CPU by autograd, to compare with)")
    arguments = parser.parse_args()
    if not arguments.minutes and not arguments.until:
        parser.error("--minutes or --until is needed")
    if arguments.device == "auto":
        arguments.device = "cuda" if torch.cuda.is_available() else "cpu"
    on_gpu = arguments.device == "cuda"
    arguments.batch_tokens = arguments.batch_tokens or (65536 if on_gpu else 4096)
    if arguments.workers is None:
        arguments.workers = max(1, (os.cpu_count() or 1) - 2) if on_gpu else 0
    return arguments


def deadline(arguments):
    """Seconds since the epoch at which this run ends."""
    if arguments.minutes:
        return time.time() + 60 * arguments.minutes
    hour, minute = map(int, arguments.until.split(":"))
    now = datetime.datetime.now()
    end = now.replace(hour=hour, minute=minute, second=0)
    return (end if end > now else end + datetime.timedelta(days=1)).timestamp()


def rate_factor(progress, steps):
    """Factor on the learning rates at a share of the whole time and after a number of steps."""
    falling = 1 if progress < HOLD_SHARE else max(0.0, (1 - progress) / (1 - HOLD_SHARE))
    return min(1.0, (steps + 1) / WARM_UP_STEPS) * falling


def start_state(arguments):
    """(shape, parameters, tokenizer, checkpoint or None)."""
    if arguments.resume:
        saved = load_checkpoint(pathlib.Path(arguments.run) / "checkpoint.pt")
        return Shape(**saved["shape"]), saved["parameters"], tokenizers.Tokenizer(saved["vocabulary"]), saved
    tokenizer = tokenizers.load()
    if arguments.init:
        shape, parameters, tokens = export.read_gguf(arguments.init)
        shape = Shape(**{**shape.as_dict(), "context": Shape.context})
        return (*export.with_vocabulary(shape, parameters, tokens, tokenizer), tokenizer, None)
    shape = Shape(len(tokenizer.tokens), arguments.width, arguments.layers, arguments.feed_forward)
    return shape, random_parameters(shape, arguments.seed), tokenizer, None


def make_model(arguments, shape, parameters):
    if arguments.device in ("cuda", "packed"):
        from packed import PackedModel
        return PackedModel(shape, parameters, "cuda" if arguments.device == "cuda" else "cpu")
    if arguments.device == "cpu":
        from fused import FusedModel
        try:
            return FusedModel(shape, parameters, arguments.batch_tokens, arguments.threads, arguments.run)
        except (OSError, FileNotFoundError) as error:
            print(f"No fused kernels ({error}); training in plain PyTorch.", flush=True)
    from plain import PlainModel
    return PlainModel(shape, parameters)


def make_packer(arguments, tokenizer, random, tokens):
    """`tokens`, those of earlier runs, so that a run that goes on sees other documents."""
    if arguments.workers:
        return ParallelPacker(tokenizer, f"{arguments.seed} {tokens}", arguments.batch_tokens, arguments.workers, arguments.simple, arguments.text_share)
    return Packer(tokenizer, random, arguments.batch_tokens, arguments.simple, arguments.text_share)


class Ledger:
    """Mean loss by kind of document since the last report, over tokens of full weight."""

    def __init__(self, device):
        self.sums = torch.zeros(2, len(KINDS), device=device)

    def add(self, batch, losses):
        device = self.sums.device
        weights, kinds = batch.weights.to(device), batch.kinds.to(device).long()
        full = (weights >= 0.99).float()
        self.sums[0].index_add_(0, kinds, losses * full)
        self.sums[1].index_add_(0, kinds, weights * full)

    def report(self):
        sums, weights = self.sums.tolist()
        self.sums.zero_()
        return {kind: round(total / weight, 4) for kind, total, weight in sorted(zip(KINDS, sums, weights)) if weight}


def train(arguments):
    torch.set_num_threads(arguments.threads)
    folder = pathlib.Path(arguments.run)
    folder.mkdir(parents=True, exist_ok=True)
    shape, parameters, tokenizer, saved = start_state(arguments)
    model = make_model(arguments, shape, parameters)
    optimizer = Optimizer(shape, model)
    random = randomness.Random(arguments.seed * 1000 + 17)
    progress_before, tokens, seconds_before, history = 0.0, 0, 0.0, []
    if saved:
        device = model.parameters["embed"].device
        optimizer.state = {name: value.to(device) if torch.is_tensor(value) else value for name, value in saved["optimizer"].items()}
        random.setstate(saved["random"])
        progress_before, tokens, seconds_before, history = (saved[key] for key in ("progress", "tokens", "seconds", "history"))
    packer = make_packer(arguments, tokenizer, random, tokens)
    print(f"{shape.parameter_count:,} parameters, vocabulary {shape.vocabulary}", flush=True)
    began, end, last_save, steps, ledger = time.time(), deadline(arguments), time.time(), 0, Ledger(model.parameters["embed"].device)
    before = tokens

    def save(progress):
        save_checkpoint(folder / "checkpoint.pt", {"shape": shape.as_dict(), "parameters": model.parameters, "vocabulary": tokenizer.tokens, "optimizer": optimizer.state,
                        "progress": progress, "tokens": tokens, "seconds": seconds_before + time.time() - began, "random": random.getstate(), "history": history})

    stop, progress = [], progress_before
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.append(True))
    while time.time() < end and not stop:
        progress = progress_before + (1 - progress_before) * (time.time() - began) / (end - began)
        batch = packer.next()
        losses = model.run(batch, arguments.smoothing)
        factor = arguments.rate * rate_factor(progress, optimizer.state["steps"])
        optimizer.step(MUON_RATE * factor, ADAM_RATE * factor)
        steps += 1
        tokens += arguments.batch_tokens
        ledger.add(batch, losses)
        if steps % REPORT_EVERY_STEPS == 0 or steps in (10, 50):
            means, elapsed = ledger.report(), time.time() - began
            history.append((tokens, round(seconds_before + elapsed), means))
            print(f"{steps} {tokens / 1e6:.2f}M tokens {elapsed:.0f}s {(tokens - before) / elapsed:.0f} tokens/s rate*{factor:.3f} {means}", flush=True)
        if time.time() - last_save > SAVE_EVERY_SECONDS:
            save(progress)
            last_save = time.time()
    packer.close()
    save(progress if stop else 1.0)
    print(f"{'stopped' if stop else 'done'}: {tokens:,} tokens in {seconds_before + time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    try:
        train(parse_arguments())
    except (ValueError, OSError) as problem:
        sys.exit(str(problem))
