"""A verb whose particle closes the clause pairs with the same verb written in one word."""

from __future__ import annotations

import pytest

from tests.language.paired import pairing, reading


@pytest.mark.parametrize(
    ("split", "verb", "whole"),
    [
        ("Der Verein nahm im Mai drei Sportler auf.", "nahm", "aufnehm"),
        ("Im neuen Werk schaltet die Firma heute zwei Kessel ab.", "schaltet", "abschalt"),
        ("Die Stadt gibt dem Bauern das Feld zurück.", "gibt", "zuruckgeb"),
        ("Er stellte den Betrieb ein, weil Geld fehlte.", "stellte", "einstell"),
    ],
)
def test_a_split_verb_has_the_key_of_the_whole_one(split: str, verb: str, whole: str) -> None:
    words = reading(split, "de")
    at = next(i for i, w in enumerate(words.words) if w.fold == verb)
    assert whole in words.keys[at]


def test_a_preposition_within_the_clause_completes_no_verb() -> None:
    words = reading("Er nahm auf der Insel Quartier.", "de")
    assert not any("aufnehm" in keys for keys in words.keys)


def test_the_split_verb_pairs_with_its_infinitive() -> None:
    pair = pairing(
        "Die Bahn stellte im Juni die Linie ein.",
        "Die Bahn will die Linie im Juni einstellen.",
        ("de", "de"),
    )
    mine = next(i for i, w in enumerate(pair.mine.words) if w.fold == "stellte")
    there = pair.forward[mine]
    assert there is not None
    assert pair.theirs.words[there].fold == "einstellen"
