"""llama.cpp through ctypes, as the app uses it: b4916 inside the Maven artifact `de.kherud:llama:4.2.0`, or a newer one.

`LLAMA_LIBRARY` names another file of b4916, or a folder with a newer generation (0.5.0, as in the npm package
`@node-llama-cpp/linux-x64`).  The struct layouts below are those of these two; `Library` compares the library's defaults
with them before use.
"""
import ctypes
import glob
import math
import os
import pathlib
import tempfile
import time
import zipfile
from ctypes import POINTER, Structure, byref, c_bool, c_char_p, c_float, c_int32, c_int8, c_uint32, c_void_p
from dataclasses import dataclass, field

import numpy as np

_JAR = "~/.m2/repository/de/kherud/llama/4.2.0/llama-4.2.0.jar"
_INSIDE = "de/kherud/llama/Linux/x86_64/libjllama.so"


class ModelParams(Structure):
    _fields_ = [("devices", c_void_p), ("n_gpu_layers", c_int32), ("split_mode", c_int32), ("main_gpu", c_int32), ("tensor_split", c_void_p),
                ("progress", c_void_p), ("progress_data", c_void_p), ("kv_overrides", c_void_p), ("vocab_only", c_bool), ("use_mmap", c_bool),
                ("use_mlock", c_bool), ("check_tensors", c_bool)]


class ContextParams(Structure):
    _fields_ = [("n_ctx", c_uint32), ("n_batch", c_uint32), ("n_ubatch", c_uint32), ("n_seq_max", c_uint32), ("n_threads", c_int32),
                ("n_threads_batch", c_int32), ("rope_scaling", c_int32), ("pooling", c_int32), ("attention", c_int32), ("rope_base", c_float),
                ("rope_scale", c_float), ("yarn", c_float * 4), ("yarn_ctx", c_uint32), ("defrag", c_float), ("cb_eval", c_void_p),
                ("cb_data", c_void_p), ("type_k", c_int32), ("type_v", c_int32), ("logits_all", c_bool), ("embeddings", c_bool),
                ("offload_kqv", c_bool), ("flash_attn", c_bool), ("no_perf", c_bool), ("abort", c_void_p), ("abort_data", c_void_p)]


class NewerModelParams(Structure):
    _fields_ = [("devices", c_void_p), ("buffer_overrides", c_void_p), ("n_gpu_layers", c_int32), ("split_mode", c_int32), ("load_mode", c_int32),
                ("lazy_mode", c_int32), ("main_gpu", c_int32), ("tensor_split", c_void_p), ("progress", c_void_p), ("progress_data", c_void_p),
                ("kv_overrides", c_void_p), ("vocab_only", c_bool), ("check_tensors", c_bool), ("extra_buffers", c_bool), ("no_host", c_bool),
                ("no_alloc", c_bool), ("load_mtp", c_bool)]


class NewerContextParams(Structure):
    _fields_ = [("n_ctx", c_uint32), ("n_batch", c_uint32), ("n_ubatch", c_uint32), ("n_seq_max", c_uint32), ("n_rs_seq", c_uint32),
                ("n_outputs_max", c_uint32), ("n_outputs_max_per_seq", c_uint32), ("n_threads", c_int32), ("n_threads_batch", c_int32),
                ("ctx_type", c_int32), ("rope_scaling", c_int32), ("pooling", c_int32), ("attention", c_int32), ("flash_attn", c_int32),
                ("rope_base", c_float), ("rope_scale", c_float), ("yarn", c_float * 4), ("yarn_ctx", c_uint32), ("defrag", c_float), ("cb_eval", c_void_p),
                ("cb_data", c_void_p), ("type_k", c_int32), ("type_v", c_int32), ("abort", c_void_p), ("abort_data", c_void_p), ("embeddings", c_bool),
                ("offload_kqv", c_bool), ("no_perf", c_bool), ("op_offload", c_bool), ("swa_full", c_bool), ("kv_unified", c_bool),
                ("samplers", c_void_p), ("n_samplers", ctypes.c_size_t), ("ctx_other", c_void_p)]


class RawBatch(Structure):
    _fields_ = [("n_tokens", c_int32), ("token", POINTER(c_int32)), ("embd", c_void_p), ("pos", POINTER(c_int32)), ("n_seq_id", POINTER(c_int32)),
                ("seq_id", POINTER(POINTER(c_int32))), ("logits", POINTER(c_int8))]


def library_path():
    """The native library: LLAMA_LIBRARY, or unpacked from the local Maven repository."""
    given = os.environ.get("LLAMA_LIBRARY")
    if given:
        return given
    jars = glob.glob(os.path.expanduser(_JAR))
    if not jars:
        raise FileNotFoundError("llama.cpp was not found: set LLAMA_LIBRARY, or run `mvn dependency:get -Dartifact=de.kherud:llama:4.2.0`.")
    target = pathlib.Path(tempfile.gettempdir()) / f"thoughtscope-b4916-{os.getuid()}" / "libjllama.so"
    if not target.exists():
        target.parent.mkdir(exist_ok=True, mode=0o700)
        part = target.with_suffix(f".{os.getpid()}")
        part.write_bytes(zipfile.ZipFile(jars[0]).read(_INSIDE))
        part.replace(target)
    return str(target)


@ctypes.CFUNCTYPE(None, c_int32, c_char_p, c_void_p)
def _quiet(level, text, _data):
    if level == 4:
        print(text.decode("utf-8", "replace"), end="", flush=True)


class Library:
    """The functions in use, with their types, of either generation."""

    def __init__(self, path=None):
        path = pathlib.Path(path or library_path())
        self.newer = path.is_dir()
        try:
            self.c = self._folder(path) if self.newer else ctypes.CDLL(str(path))
            self._declare()
        except AttributeError as error:
            raise RuntimeError(f"{path} is not a llama.cpp that this program knows: {error}.") from None
        self.c.llama_log_set(ctypes.cast(_quiet, c_void_p), None)
        self.c.llama_backend_init()
        defaults = self.c.llama_context_default_params()
        if (defaults.n_ctx, defaults.n_batch, defaults.n_ubatch, defaults.type_k, defaults.offload_kqv) != (512, 2048, 512, 1, True):
            raise RuntimeError(f"{path} is neither llama.cpp b4916 nor 0.5.0: its default parameters lie elsewhere.")

    @staticmethod
    def _folder(folder):
        """The core of a folder, after the parts it is made of; then its CPU backends."""
        found = {}
        for part in ("libggml-base.so", "libggml.v0.5.0.so", "libllama.v0.5.0.so"):
            if not (folder / part).exists():
                raise FileNotFoundError(f"The folder {folder} lacks {part}.")
            found[part] = ctypes.CDLL(str(folder / part), mode=ctypes.RTLD_GLOBAL)  # the next one needs its names
        found["libggml.v0.5.0.so"].ggml_backend_load_all_from_path(str(folder).encode())
        return found["libllama.v0.5.0.so"]

    def _declare(self):
        model, context = (NewerModelParams, NewerContextParams) if self.newer else (ModelParams, ContextParams)
        memory = "llama_memory_" if self.newer else "llama_kv_self_"
        signatures = {
            "llama_model_default_params": (model, []), "llama_context_default_params": (context, []),
            "llama_model_load_from_file": (c_void_p, [c_char_p, model]), "llama_init_from_model": (c_void_p, [c_void_p, context]),
            "llama_model_get_vocab": (c_void_p, [c_void_p]), "llama_vocab_n_tokens": (c_int32, [c_void_p]),
            "llama_tokenize": (c_int32, [c_void_p, c_char_p, c_int32, POINTER(c_int32), c_int32, c_bool, c_bool]),
            "llama_batch_init": (RawBatch, [c_int32, c_int32, c_int32]), "llama_batch_free": (None, [RawBatch]), "llama_decode": (c_int32, [c_void_p, RawBatch]),
            "llama_get_logits_ith": (POINTER(c_float), [c_void_p, c_int32]), memory + "clear": (None, [c_void_p] + [c_bool] * self.newer),
            memory + "seq_cp": (None, [c_void_p, c_int32, c_int32, c_int32, c_int32]), memory + "seq_rm": (c_bool, [c_void_p, c_int32, c_int32, c_int32]),
            "llama_free": (None, [c_void_p]), "llama_model_free": (None, [c_void_p]), "llama_log_set": (None, [c_void_p, c_void_p]), "llama_backend_init": (None, [])}
        if self.newer:
            signatures["llama_get_memory"] = (c_void_p, [c_void_p])
        for name, (result, arguments) in signatures.items():
            function = getattr(self.c, name)
            function.restype, function.argtypes = result, arguments

    def memory(self, context):
        """(what holds the cells of a context, the functions clear, copy and remove on it)."""
        if self.newer:
            return self.c.llama_get_memory(context), lambda cells: self.c.llama_memory_clear(cells, False), self.c.llama_memory_seq_cp, self.c.llama_memory_seq_rm
        return context, self.c.llama_kv_self_clear, self.c.llama_kv_self_seq_cp, self.c.llama_kv_self_seq_rm


@dataclass
class Job:
    """One text to continue: prompt ids, how to sample, where to stop."""
    prompt: list
    most: int = 300
    temperature: float = 0.0
    stop: frozenset = frozenset()
    ids: list = field(default_factory=list)
    confidence: list = field(default_factory=list)  # c_i of each new token: its share among the five most probable

    @property
    def mean_confidence(self):
        return sum(self.confidence) / len(self.confidence) if self.confidence else 0.0


class Llama:
    """A loaded model with one context; runs many jobs side by side."""

    def __init__(self, path, threads=1, cells=20_480, rows=24, seed=1, library=None):
        library = Library(library)
        self.lib = library.c
        self.model = self.lib.llama_model_load_from_file(str(path).encode(), self.lib.llama_model_default_params())
        if not self.model:
            raise ValueError(f"llama.cpp could not load {path}.")
        self.vocab = self.lib.llama_model_get_vocab(self.model)
        self.size = self.lib.llama_vocab_n_tokens(self.vocab)
        params = self.lib.llama_context_default_params()
        params.n_ctx, params.n_batch, params.n_ubatch, params.n_seq_max = cells, 1024, 512, rows + 1
        params.n_threads = params.n_threads_batch = threads
        params.flash_attn = True
        if library.newer:
            params.kv_unified = True
        self.context = self.lib.llama_init_from_model(self.model, params)
        self._cells, self._clear, self._copy, self._remove = library.memory(self.context)
        self.rows, self.batch = rows, self.lib.llama_batch_init(1024, 0, 1)
        self.random = np.random.default_rng(seed)
        self.generated = 0

    def close(self):
        self.lib.llama_batch_free(self.batch)
        self.lib.llama_free(self.context)
        self.lib.llama_model_free(self.model)

    def tokenize(self, text):
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        buffer = (c_int32 * (len(data) + 8))()
        count = self.lib.llama_tokenize(self.vocab, data, len(data), buffer, len(buffer), False, True)
        if count < 0:
            raise ValueError("llama.cpp could not tokenize the text.")
        return list(buffer[:count])

    def _put(self, token, position, sequence, logits):
        batch, i = self.batch, self.batch.n_tokens
        batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, position, 1, logits
        batch.seq_id[i][0] = sequence
        batch.n_tokens = i + 1
        return i

    def _decode(self):
        code = self.lib.llama_decode(self.context, self.batch)
        if code:
            raise RuntimeError(f"llama_decode returned {code}.")

    def _logits(self, rows):
        return np.stack([np.ctypeslib.as_array(self.lib.llama_get_logits_ith(self.context, row), (self.size,)).copy() for row in rows])

    def _read(self, prompt, sequence):
        """Evaluates a prompt and returns the logits after it."""
        row = 0
        for start in range(0, len(prompt), 512):
            self.batch.n_tokens = 0
            piece = prompt[start:start + 512]
            for i, token in enumerate(piece):
                row = self._put(token, start + i, sequence, start + i == len(prompt) - 1)
            self._decode()
        return self._logits([row])[0]

    def run(self, jobs):
        """Fills ids and confidence of every job.  Neighbouring jobs with the same prompt share its evaluation."""
        waiting, free, live = list(jobs)[::-1], list(range(self.rows)), {}
        self._clear(self._cells)
        last_prompt, last_logits, keeper = None, None, self.rows
        while waiting or live:
            while waiting and free:
                job, sequence = waiting.pop(), free.pop()
                if job.prompt is not last_prompt and job.prompt != last_prompt:
                    self._remove(self._cells, keeper, -1, -1)
                    last_prompt, last_logits = job.prompt, self._read(job.prompt, keeper)
                self._copy(self._cells, keeper, sequence, -1, -1)
                if not self._choose([job], last_logits[None])[0]:
                    live[sequence] = job
                else:
                    self._release(sequence, free)
            if live:
                self._advance(live, free)
        self.generated += sum(len(job.ids) for job in jobs)
        return jobs

    def _release(self, sequence, free):
        self._remove(self._cells, sequence, -1, -1)
        free.append(sequence)

    def _advance(self, live, free):
        self.batch.n_tokens = 0
        sequences = list(live)
        rows = [self._put(live[s].ids[-1], len(live[s].prompt) + len(live[s].ids) - 1, s, 1) for s in sequences]
        self._decode()
        done = self._choose([live[s] for s in sequences], self._logits(rows))
        for sequence, over in zip(sequences, done):
            if over:
                del live[sequence]
                self._release(sequence, free)

    def _choose(self, jobs, logits):
        """Appends one token to each job; returns which jobs are over."""
        logits = logits.astype(np.float64)
        logits -= logits.max(1, keepdims=True)
        p = np.exp(logits)
        five = np.partition(p, self.size - 5, 1)[:, -5:].sum(1)
        done = []
        for i, job in enumerate(jobs):
            if job.temperature:
                weights = p[i] if job.temperature == 1 else np.exp(logits[i] / job.temperature)
                edges = np.cumsum(weights)
                token = int(min(np.searchsorted(edges, self.random.random() * edges[-1], "right"), self.size - 1))
            else:
                token = int(logits[i].argmax())
            job.ids.append(token)
            job.confidence.append(float(p[i, token] / five[i]))
            done.append(token in job.stop or len(job.ids) >= job.most)
        return done

    def decode_alone(self, count):
        """Seconds that `count` single tokens take, one after another, without sampling."""
        self._clear(self._cells)
        began = time.time()
        for position in range(count):
            self.batch.n_tokens = 0
            self._put(300, position, 0, 1)
            self._decode()
        return time.time() - began

    def log_probabilities(self, prompt, continuation):
        """Natural log-probability of each token of the continuation after the prompt."""
        self._clear(self._cells)
        ids, result = list(prompt) + list(continuation), []
        if len(ids) > 512:
            raise ValueError("The text is too long.")
        self.batch.n_tokens = 0
        rows = [self._put(token, i, 0, len(prompt) - 1 <= i < len(ids) - 1) for i, token in enumerate(ids)]
        self._decode()
        for i in range(len(prompt) - 1, len(ids) - 1):
            x = self._logits([rows[i]])[0].astype(np.float64)
            result.append(float(x[ids[i + 1]] - x.max() - math.log(np.exp(x - x.max()).sum())))
        return result
