import gzip
from pathlib import Path

import pytest

from transdiff.aligner.lexicon import Lexicon, learn, load_lexicon, tokens_of
from transdiff.aligner.memory import languages_of, read_memory
from transdiff.errors import InputError

PAIRS = [
    ("Haus", "house"), ("das Haus brennt", "the house burns"), ("der Hund bellt", "the dog barks"),
    ("das Haus steht", "the house stands"), ("der Hund brennt nicht", "the dog does not burn"),
    ("ein Hund steht dort", "a dog stands there"),
]  # fmt: skip


def test_words_that_always_meet_are_translations() -> None:
    lexicon = learn(PAIRS, ("de", "en"))
    for word, meaning in (("haus", "hous"), ("hund", "dog")):
        best = max(lexicon.pairs[word], key=lexicon.pairs[word].__getitem__)
        assert best.startswith(meaning)


def test_a_lexicon_reads_back_as_it_was_written(tmp_path: Path) -> None:
    lexicon = Lexicon(("de", "en"), {"haus": {"house": 0.75}, "hund": {"dog": 0.5, "hound": 0.25}})
    (tmp_path / "lexicon").write_text(lexicon.dumps(), encoding="utf-8")
    assert load_lexicon(tmp_path / "lexicon") == lexicon
    assert lexicon.fits("en", "de")
    assert not lexicon.fits("en", "fr")


def test_meanings_are_words_of_the_second_language() -> None:
    lexicon = Lexicon(("de", "en"), {"hund": {"dog": 0.5}})
    assert lexicon.meanings("de:hund") == [("dog", 0.5)]
    assert lexicon.meanings("en:dog") == [("dog", 1.0)]
    assert lexicon.meanings("de:katze") == []


@pytest.mark.parametrize("text", ["", "just a line\n", "# transdiff lexicon 1\n# de\ten\nx\ty\n"])
def test_another_format_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "lexicon").write_text(text, "utf-8")
    with pytest.raises(InputError):
        load_lexicon(tmp_path / "lexicon")


def test_nothing_to_learn_from_is_an_error() -> None:
    with pytest.raises(InputError, match="no sentence pairs"):
        learn([("", "house")], ("de", "en"))


def test_ideographs_are_words_alone_and_in_pairs() -> None:
    assert tokens_of("北京市 2021", "zh") == ["北", "京", "市", "北京", "京市", "2021"]


def test_a_memory_of_two_columns(tmp_path: Path) -> None:
    text = "".join(f"{a}\t{b}\n" for a, b in PAIRS)
    (tmp_path / "memory.tsv").write_text(text, "utf-8")
    (tmp_path / "memory.tsv.gz").write_bytes(gzip.compress(text.encode()))
    for name in ("memory.tsv", "memory.tsv.gz"):
        assert list(read_memory(tmp_path / name, ("de", "en"))) == PAIRS


def test_a_memory_in_tmx(tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text(
        '<tmx version="1.4"><header/><body>'
        '<tu><tuv xml:lang="de-DE"><seg>Der <b>Hund</b></seg></tuv>'
        '<tuv xml:lang="en"><seg>The dog</seg></tuv></tu>'
        '<tu><tuv xml:lang="fr"><seg>Le chat</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    assert languages_of(tmp_path / "memory.tmx") == ("de", "en")
    assert list(read_memory(tmp_path / "memory.tmx", ("de", "en"))) == [("Der Hund", "The dog")]


def test_a_memory_of_one_column_is_refused(tmp_path: Path) -> None:
    (tmp_path / "memory.tsv").write_text("Hund\n", "utf-8")
    with pytest.raises(InputError, match="tab-separated"):
        list(read_memory(tmp_path / "memory.tsv", ("de", "en")))
