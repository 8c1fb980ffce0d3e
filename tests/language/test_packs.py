"""Every pack is complete, clean and used: what a newcomer's pack lacks, this file names."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import regex

from transdiff.language.concepts import Concept, concepts
from transdiff.language.pack import languages, load_pack, load_section
from transdiff.language.passage import Passage
from transdiff.language.terms import find_terms
from transdiff.language.words import tokenize

ROOT = Path(__file__).parents[2]
LANGUAGES = languages()

LACKS = {
    "ar": {"honorifics", "roles", "untranslated", "voice"},
    "de": {"roles"},
    "hy": {"roles", "untranslated", "voice"},
    "ja": {"honorifics", "roles", "untranslated"},
    "ru": {"roles"},
    "uk": {"roles"},
    "vi": {"honorifics"},
    "zh": {"honorifics", "untranslated"},
}
"""The sections that a language does without; docs/languages.md says why."""

SCRIPTS = {
    "ru": "Cyrillic", "uk": "Cyrillic", "ar": "Arabic", "hy": "Armenian",
    "zh": "Han", "ja": r"Han}\p{Hiragana}\p{Katakana", "en": "Latin", "de": "Latin",
    "fr": "Latin", "es": "Latin", "pt": "Latin", "vi": "Latin",
}  # fmt: skip
CARRIER = {
    "en": "Today {} again.", "ru": "Вчера {} здесь.", "uk": "Учора {} тут.",
    "vi": "Hôm nay {} rồi.", "zh": "昨日{}了。", "ja": "昨日{}だ。", "de": "Gestern {} hier.",
    "fr": "Hier {} ici.", "es": "Ayer {} ya.", "pt": "Ontem {} já.", "ar": "أمس {} هنا.",
    "hy": "Երեկ {} այստեղ:",
}  # fmt: skip


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MATRIX = _tool("language_matrix")


def strings(value: Any) -> Iterator[str]:
    """Every word and phrase of a section."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of a section with its key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield path, value


def pack(lang: str) -> dict[str, Any]:
    file = resources.files("transdiff.language") / "packs" / f"{lang}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_a_pack_for_each_language_of_the_field() -> None:
    assert set(LANGUAGES) == {*SCRIPTS}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pack_has_every_section_but_those_it_says_it_lacks(lang: str) -> None:
    empty = {s for s in MATRIX.READS if not MATRIX.entries(dict(load_pack(lang).section(s)))}
    assert empty == LACKS.get(lang, set())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pack_shares_the_keys_of_english(lang: str) -> None:
    """A list that English does not know is read by nobody: a slip in its key."""
    for section in ("hedges", "conditions", "numbers.bounds", "comparison.directions"):
        mine, english = pack(lang), pack("en")
        for part in section.split("."):
            mine, english = mine[part], english[part]
        own = set(mine) - {
            *english,
            "closed",
            "endings",
            "frames",
            "modal",
            "particles",
            "verb-first",
        }
        assert not own, (section, own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_phrases_are_composed_and_trimmed(lang: str) -> None:
    for phrase in strings(pack(lang)):
        assert phrase == unicodedata.normalize("NFC", phrase), phrase
        assert phrase == phrase.strip(" ") or len(phrase.strip()) <= 2, repr(phrase)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_mixes_scripts(lang: str) -> None:
    """A Latin ``o`` in a Cyrillic word is found by no reader and matches nothing."""
    mixed = regex.compile(r"\b(?=\w*\p{Latin})(?=\w*[\p{Cyrillic}\p{Armenian}\p{Greek}])\w+")
    for phrase in strings(pack(lang)):
        assert not mixed.search(phrase), phrase


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_list_says_a_thing_twice(lang: str) -> None:
    for path, phrases in lists(pack(lang)):
        twice = {p for p in phrases if phrases.count(p) > 1}
        assert not twice, (path, twice)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_verb_of_speech_says_is_not_said_to_be_two_stances(lang: str) -> None:
    stances = pack(lang)["attribution"]["verbs"]
    seen: dict[str, str] = {}
    for stance, verbs in stances.items():
        for phrase in strings(verbs):
            assert seen.setdefault(phrase, stance) == stance, (phrase, seen[phrase], stance)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("section", ["conditions", "hedges", "numbers.bounds", "dates.edges"])
def test_no_phrase_has_two_values(lang: str, section: str) -> None:
    """The one listed last would silently win."""
    table = pack(lang)
    for part in section.split("."):
        table = table.get(part, {})
    listed = [(w, key) for key, words in table.items() if isinstance(words, list) for w in words]
    seen: dict[str, str] = {}
    for phrase, key in listed:
        if key not in ("endings", "except", "idioms"):
            assert seen.setdefault(phrase, key) == key, (phrase, seen[phrase], key)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_word_is_up_and_down(lang: str) -> None:
    directions = pack(lang)["comparison"]["directions"]
    assert not set(directions.get("up", ())) & set(directions.get("down", ()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_form_of_a_concept_is_found_in_a_sentence(lang: str) -> None:
    lost = [
        (entry.id, phrase)
        for entry in concepts().values()
        for form, phrase in entry.phrases(lang)
        if (entry.id, form) not in _terms(phrase, lang)
    ]
    assert lost == []


def _terms(phrase: str, lang: str) -> set[tuple[str, str]]:
    text = CARRIER[lang].format(phrase)
    passage = Passage(text, 0, load_pack(lang), tokenize(text, 0, lang), None)
    return {(term.concept, term.form) for term in find_terms(passage)}


def test_forms_are_written_in_the_script_of_their_language() -> None:
    for entry in concepts().values():
        for lang in LANGUAGES:
            for _, phrase in entry.phrases(lang):
                assert _in_script(phrase, lang), (entry.id, phrase)


def _in_script(phrase: str, lang: str) -> bool:
    """Whether the phrase has its own letters, or is an acronym or a name in Latin ones."""
    own = regex.compile(rf"[\p{{{SCRIPTS[lang]}}}]")
    return bool(own.search(phrase)) or bool(regex.search(r"\p{Latin}", phrase))


def test_the_table_covers_the_news() -> None:
    every = [c for c in concepts().values() if all(any(_phrases(c, lang)) for lang in LANGUAGES)]
    assert len(concepts()) >= 850
    assert len(every) >= 600


def _phrases(entry: Concept, lang: str) -> Iterator[str]:
    return (phrase for _, phrase in entry.phrases(lang))


def test_the_page_on_languages_is_current() -> None:
    """Renewed by ``make docs``."""
    written = (ROOT / "docs" / "languages.md").read_text("utf-8")
    assert written == MATRIX.page(written)


def test_the_names_of_countries_are_as_generated() -> None:
    """Renewed by ``python tools/countries.py``, which has what the news adds to CLDR.

    In a process of its own: what Babel has read of one locale shows in the next one.
    """
    command = (sys.executable, str(ROOT / "tools" / "countries.py"), "--check")
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("lang", languages())
def test_a_section_alone_is_what_it_is_in_the_pack(lang: str) -> None:
    for name in ("function_words", "absent"):
        assert load_section(lang, name) == load_pack(lang).section(name)
