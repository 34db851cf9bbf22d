"""Trains the model.  Stops by itself at the end of its time, can be stopped at any time and continued.

    python3 train.py --minutes 60                            from nothing
    python3 train.py --minutes 60 --init model.gguf          from an exported model (rows of the vocabulary move by text)
    python3 train.py --minutes 60 --resume                   on from run/checkpoint.pt

The learning rate rises over the first 100 steps, holds, and falls in a straight line to zero at the end of the time,
which is counted by the clock: pauses cost learning, not the schedule.
"""
import argparse
import datetime
import pathlib
import random as randomness
import signal
import sys
import time

import torch

import export
import tokenizer as tokenizers
from batches import Packer
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
    parser.add_argument("--run", default=str(HERE / "run"), help="folder for checkpoints and compiled kernels")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=192)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--feed-forward", type=int, default=512)
    parser.add_argument("--batch-tokens", type=int, default=4096)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on both learning rates")
    parser.add_argument("--smoothing", type=float, default=0.0, help="label smoothing")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--device", default="auto", help="auto, cpu (fused kernels), plain (CPU by autograd) or cuda")
    arguments = parser.parse_args()
    if not arguments.minutes and not arguments.until:
        parser.error("--minutes or --until is needed")
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
    device = arguments.device
    if device == "auto":
        device = "cuda" if torch.cuda.is_available() else "cpu"
    if device == "cpu":
        from fused import FusedModel
        try:
            return FusedModel(shape, parameters, arguments.batch_tokens, arguments.threads, arguments.run)
        except (OSError, FileNotFoundError) as error:
            print(f"No fused kernels ({error}); training in plain PyTorch.", flush=True)
    from plain import PlainModel
    return PlainModel(shape, parameters, "cuda" if device == "cuda" else "cpu")


class Ledger:
    """Mean loss by kind of document since the last report, over tokens of full weight."""

    def __init__(self):
        self.sums = {}

    def add(self, batch, losses):
        for kind, loss, weight in zip(batch.kinds, losses.tolist(), batch.weights.tolist()):
            if weight >= 0.99:
                entry = self.sums.setdefault(kind, [0.0, 0.0])
                entry[0] += loss
                entry[1] += weight

    def report(self):
        means = {kind: round(loss / weight, 4) for kind, (loss, weight) in sorted(self.sums.items())}
        self.sums = {}
        return means


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
        optimizer.state = saved["optimizer"]
        random.setstate(saved["random"])
        progress_before, tokens, seconds_before, history = (saved[key] for key in ("progress", "tokens", "seconds", "history"))
    packer = Packer(tokenizer, random, arguments.batch_tokens, arguments.simple)
    print(f"{shape.parameter_count:,} parameters, vocabulary {shape.vocabulary}", flush=True)
    began, end, last_save, steps, ledger = time.time(), deadline(arguments), time.time(), 0, Ledger()
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
    save(progress if stop else 1.0)
    print(f"{'stopped' if stop else 'done'}: {tokens:,} tokens in {seconds_before + time.time() - began:.0f} s", flush=True)


if __name__ == "__main__":
    try:
        train(parse_arguments())
    except (ValueError, OSError) as problem:
        sys.exit(str(problem))
