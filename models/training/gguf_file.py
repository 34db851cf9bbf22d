"""Reads and writes the GGUF files of this model family (version 3, little endian, tensors in F32, F16 or Q8_0)."""
import pathlib
import struct

import numpy as np

from whole_file import write_whole

ALIGNMENT = 32
U32, I32, F32, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9
_SCALARS = {0: "<B", 1: "<b", 2: "<H", 3: "<h", U32: "<I", I32: "<i", F32: "<f", BOOL: "<?", 10: "<Q", 11: "<q", 12: "<d"}
F32_TENSOR, F16_TENSOR, Q8_0_TENSOR = 0, 1, 8
_TENSOR_TYPES = {F32_TENSOR: np.dtype("<f4"), F16_TENSOR: np.dtype("<f2")}
_BLOCK = 32  # numbers that share a scale in Q8_0
_Q8_0 = np.dtype([("scale", "<f2"), ("values", "i1", _BLOCK)])


class DamagedFile(ValueError):
    """The file is not a GGUF file that this reader understands; the message is one sentence."""


def _packed_string(text):
    data = text.encode("utf-8")
    return struct.pack("<Q", len(data)) + data


def quantized(values):
    """Q8_0: each run of 32 numbers of a row as a scale in F16 and 32 whole numbers from -127 to 127."""
    blocks = np.ascontiguousarray(values, np.float32).reshape(-1, _BLOCK)
    packed = np.empty(len(blocks), _Q8_0)
    scales = np.abs(blocks).max(1) / 127
    packed["scale"] = scales
    packed["values"] = np.round(np.divide(blocks, scales[:, None], out=np.zeros_like(blocks), where=scales[:, None] > 0))
    return packed


class Writer:
    """Collects metadata and tensors, then writes them at once: to a file beside the target, renamed when complete."""

    def __init__(self):
        self._metadata, self._tensors = [], []

    def add(self, key, kind, value):
        body = _packed_string(value) if kind == STRING else struct.pack(_SCALARS[kind], value)
        self._metadata.append(_packed_string(key) + struct.pack("<I", kind) + body)

    def add_array(self, key, kind, values):
        body = b"".join(_packed_string(v) if kind == STRING else struct.pack(_SCALARS[kind], v) for v in values)
        self._metadata.append(_packed_string(key) + struct.pack("<IIQ", ARRAY, kind, len(values)) + body)

    def add_tensor(self, name, values, kind):
        """values: float array [rows, columns] or [n]; kind: F32_TENSOR, F16_TENSOR or Q8_0_TENSOR (columns in blocks of 32)."""
        data = quantized(values) if kind == Q8_0_TENSOR else np.ascontiguousarray(values, np.float32).astype(_TENSOR_TYPES[kind])
        if not np.isfinite(data["scale"] if kind == Q8_0_TENSOR else data).all():
            raise ValueError(f"The tensor {name} holds numbers that are not finite.")
        self._tensors.append((name, values.shape[::-1], kind, data.tobytes()))

    def write(self, path):
        def write(part):
            with open(part, "wb") as file:
                self._write(file)
        write_whole(path, write)

    def _write(self, file):
        file.write(b"GGUF" + struct.pack("<IQQ", 3, len(self._tensors), len(self._metadata)))
        for entry in self._metadata:
            file.write(entry)
        offset = 0
        for name, dims, kind, data in self._tensors:
            file.write(_packed_string(name) + struct.pack("<I", len(dims)) + b"".join(struct.pack("<Q", n) for n in dims) + struct.pack("<IQ", kind, offset))
            offset += (len(data) + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
        file.write(b"\0" * (-file.tell() % ALIGNMENT))
        for _, _, _, data in self._tensors:
            file.write(data + b"\0" * (-len(data) % ALIGNMENT))


class _Cursor:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if count < 0 or self.at + count > len(self.data):
            raise DamagedFile("the file ends too early")
        piece = self.data[self.at:self.at + count]
        self.at += count
        return piece

    def scalar(self, code):
        return struct.unpack(code, self.take(struct.calcsize(code)))[0]

    def string(self):
        return self.take(self.scalar("<Q")).decode("utf-8")

    def value(self, kind):
        if kind == STRING:
            return self.string()
        if kind == ARRAY:
            inner, count = self.scalar("<I"), self.scalar("<Q")
            if count > len(self.data):
                raise DamagedFile("an array is longer than the file")
            return [self.value(inner) for _ in range(count)]
        if kind not in _SCALARS:
            raise DamagedFile(f"unknown metadata type {kind}")
        return self.scalar(_SCALARS[kind])


def read(path):
    """(metadata dict, {tensor name: float32 array}) of a GGUF file; DamagedFile says in a sentence what is wrong."""
    try:
        return _read(pathlib.Path(path).read_bytes())
    except (OSError, UnicodeDecodeError, struct.error, DamagedFile) as error:
        raise DamagedFile(f"{path} is not a model file that can be read: {error}.") from None


def _read(data):
    cursor = _Cursor(data)
    if cursor.take(4) != b"GGUF" or cursor.scalar("<I") != 3:
        raise DamagedFile("it does not begin like a GGUF file of version 3")
    tensor_count, metadata_count = cursor.scalar("<Q"), cursor.scalar("<Q")
    if max(tensor_count, metadata_count) > 100_000:
        raise DamagedFile("its header is damaged")
    metadata = {}
    for _ in range(metadata_count):
        key = cursor.string()
        metadata[key] = cursor.value(cursor.scalar("<I"))
    entries = []
    for _ in range(tensor_count):
        name, rank = cursor.string(), cursor.scalar("<I")
        if rank > 4:
            raise DamagedFile(f"the tensor {name} has {rank} dimensions")
        dims = [cursor.scalar("<Q") for _ in range(rank)]
        entries.append((name, dims, cursor.scalar("<I"), cursor.scalar("<Q")))
    base = cursor.at + -cursor.at % ALIGNMENT
    tensors = {}
    for name, dims, kind, offset in entries:
        if kind not in (*_TENSOR_TYPES, Q8_0_TENSOR):
            raise DamagedFile(f"the tensor {name} is of a type other than F32, F16 and Q8_0")
        dtype, count = _TENSOR_TYPES.get(kind, _Q8_0), int(np.prod(dims, dtype=object))
        count //= _BLOCK if kind == Q8_0_TENSOR else 1
        if base + offset + count * dtype.itemsize > len(data):
            raise DamagedFile(f"the tensor {name} reaches beyond the end of the file")
        values = np.frombuffer(data, dtype, count, base + offset)
        if kind == Q8_0_TENSOR:
            values = values["scale"].astype(np.float32)[:, None] * values["values"]
        tensors[name] = values.reshape(dims[::-1]).astype(np.float32)
    return metadata, tensors
