"""The archive: what is kept once, what is found, and across which languages."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.server import serving
from transdiff.archive.adding import Added, add
from transdiff.archive.find import find, window
from transdiff.archive.index import Index, Stored
from transdiff.archive.opening import open_archive
from transdiff.archive.sqlite import Store
from transdiff.archive.takes import bands
from transdiff.archive.terms import hashed, numbers, words_and_anchors
from transdiff.errors import InputError
from transdiff.model import Document

FERRY = (
    "The ferry Aurelia sank off Karvala on 14 March with 1,200 passengers on board, Captain "
    "Igor Shcherbakov told reporters. Divers searched the hull through the night while relatives "
    "waited on the pier. The operator Nordlink said the vessel had passed its last inspection."
)
BUDGET = (
    "Parliament adopted a budget of 48.7 billion crowns late on Tuesday after a week of talks. "
    "Finance Minister Ludmila Hromada called it the tightest in two decades. Teachers announced a "
    "strike because wages stay frozen until summer."
)
FOOTBALL = (
    "Velen United won the cup in extra time before a crowd of 31,500. The goalkeeper Tomas Breck "
    "saved two penalties and was carried from the pitch by supporters."
)
FERRY_RU = (
    "Паром «Аурелия» затонул 14 марта у Карвалы, на борту было 1 200 пассажиров, сообщил "
    "капитан Игорь Щербаков. Водолазы всю ночь осматривали корпус."
)


def story(text: str, id: str, lang: str = "en", day: str = "2024-03-15", **more: str) -> Document:
    return Document(id, text, lang, uri=id, published=day, **{"publisher": "wire", **more})


def filler(number: int) -> Document:
    text = (
        f"Note {number}: the committee met again, and the members of group{number} agreed to wait."
    )
    return story(
        text, f"filler-{number}", day=f"2024-03-{1 + number % 28:02}", publisher=str(number)
    )


@pytest.fixture(params=["sqlite", "tantivy", "server"])
def name(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """What an archive is called, on each thing that can keep one."""
    if request.param == "sqlite":
        yield str(tmp_path / "wires.db")
    elif request.param == "tantivy":
        pytest.importorskip("tantivy")
        yield f"tantivy:{tmp_path / 'wires'}"
    else:
        with serving() as server:
            yield server.address("wires")


@pytest.fixture
def store(name: str) -> Iterator[Index]:
    with open_archive(name, create=True) as opened:
        add(
            opened,
            [
                story(FERRY, "ferry"),
                story(BUDGET, "budget"),
                story(FOOTBALL, "football"),
                *map(filler, range(300)),
            ],
        )
        yield opened


def found(store: Index, text: str, lang: str = "en", **options: object) -> list[str]:
    hits = find(store, story(text, "article", lang), **options)  # type: ignore[arg-type]
    return [hit.story.uri for hit in hits]


def test_both_stories_of_an_article_come_first(store: Index) -> None:
    article = (
        "Divers were searching the hull of the Aurelia, which went down off Karvala, Captain "
        "Shcherbakov said. In other news teachers will strike over frozen wages, after Hromada's "
        "budget of 48.7 billion crowns."
    )
    assert set(found(store, article)[:2]) == {"ferry", "budget"}


@pytest.mark.parametrize(
    ("lang", "article"),
    [
        ("ru", FERRY_RU),
        ("uk", "Пором «Аурелія» з 1200 пасажирами затонув 14 березня, сказав Ігор Щербаков."),
        ("de", "Die Fähre sank am 14. März mit 1.200 Menschen, sagte Kapitän Schtscherbakow."),
        ("es", "El ferry se hundió el 14 de marzo con 1.200 pasajeros frente a Karvala."),
    ],
)
def test_names_figures_and_days_find_a_story_in_another_language(
    store: Index, lang: str, article: str
) -> None:
    hits = find(store, story(article, "article", lang))
    assert hits[0].story.uri == "ferry"
    assert all(term[0] in "#@~=" for term in hits[0].shared if not term.isascii())


def test_countries_are_one_term_in_every_language() -> None:
    texts = {"en": "Russia and NATO", "ru": "Россия и НАТО", "zh": "俄罗斯支付", "vi": "Nga trả"}
    shared = [set(words_and_anchors(text, lang)) for lang, text in texts.items()]
    assert all("=country.RU" in terms for terms in shared)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "on March 14"),
        ("en", "14 March"),
        ("es", "el 14 de marzo"),
        ("vi", "ngày 14 tháng 3"),
        ("zh", "3月14日"),
        ("ru", "14 марта"),
    ],
)
def test_a_day_is_one_anchor_in_every_language(lang: str, text: str) -> None:
    assert "@3-14" in words_and_anchors(text, lang)


def test_figures_lose_their_grouping_in_every_script() -> None:
    for lang, text in (("en", "1,200"), ("de", "1.200"), ("ru", "1 200"), ("ar", "١٬٢٠٠")):
        assert "#1200" in words_and_anchors(text, lang)


def test_a_hit_says_what_it_shares(store: Index) -> None:
    (first, *_) = find(store, story("The Aurelia of Nordlink", "article"))
    assert {"aurelia", "nordlink"} <= set(first.shared)


def test_an_article_that_shares_nothing_rare_finds_nothing(store: Index) -> None:
    assert found(store, "Zzyzx qwfpg.") == []


def test_a_window_of_days_leaves_out_what_is_older(store: Index) -> None:
    assert found(store, FERRY, since="2024-03-15", until="2024-03-15")[0] == "ferry"
    assert "ferry" not in found(store, FERRY, since="2024-03-16")
    assert "ferry" not in found(store, FERRY, until="2024-03-14")


def test_the_window_of_an_article_is_the_days_before_it() -> None:
    assert window(story("Text.", "a", day="2024-03-15")) == ("2024-03-05", "2024-03-16")
    assert window(story("Text.", "a", day="")) == ("", "")


def test_adding_again_adds_nothing(store: Index) -> None:
    before = len(store)
    added = add(store, [story(FERRY, "ferry"), story(BUDGET, "budget-copy")])
    assert (added.stories, added.takes, added.copies) == (0, 0, 2)
    assert len(store) == before


def test_a_later_take_stands_for_its_story(store: Index) -> None:
    update = f"{FERRY} Nobody was hurt."
    added = add(store, [story(update, "ferry-update", day="2024-03-16", version="2")])
    assert (added.stories, added.takes) == (0, 1)
    (first, *rest) = find(store, story(FERRY, "article"))
    assert (first.story.uri, first.story.text) == ("ferry-update", update)
    assert "ferry" not in {hit.story.uri for hit in rest}


def test_another_agency_with_the_same_words_is_a_witness_of_its_own(store: Index) -> None:
    added = add(store, [story(f"{FERRY} Nobody was hurt.", "other", publisher="agency")])
    assert added.stories == 1
    assert set(found(store, FERRY)[:2]) == {"ferry", "other"}


def test_stories_without_a_date_are_found_without_a_window(store: Index) -> None:
    add(store, [story("The lighthouse of Ommeren burnt down.", "undated", day="")])
    assert found(store, "Fire destroys the Ommeren lighthouse")[0] == "undated"


def test_a_closed_archive_is_opened_again(store: Index, name: str) -> None:
    with open_archive(name) as again:
        assert len(again) == len(store) == 303
        assert found(again, FERRY)[0] == "ferry"


def test_a_long_addition_is_seen_only_when_it_is_done(store: Index, name: str) -> None:
    with store.transaction(), open_archive(name) as reader:
        assert found(reader, FERRY)[0] == "ferry"


def test_a_take_of_the_same_day_is_the_latest(store: Index) -> None:
    takes = [story(f"{FERRY} Nobody was hurt{mark}", f"take{mark}") for mark in ("?", "!", ".")]
    assert add(store, takes).takes == 3
    assert found(store, FERRY)[0] == "take."


def test_takes_that_come_together_are_one_story(store: Index) -> None:
    text = (
        "The lighthouse of Ommeren burnt down in the night, and its keeper of forty years was "
        "taken to hospital with burns to both hands, the mayor of the island told a radio station."
    )
    takes = [
        story(text, "fire", day="2024-05-01"),
        story(f"{text} More.", "fire-2", day="2024-05-02"),
    ]
    assert add(store, [*takes, takes[0]]) == Added(stories=1, takes=1, copies=1)
    late = story(f"{text} Years later.", "fire-3", day="2024-05-09")
    assert add(store, [late]) == Added(stories=1)


def test_what_a_story_is_comes_back_as_it_was(store: Index) -> None:
    kept = story("«Ёлка» 🎄\ud800 — 5\u00a0%.", "tree", "ru", title="T", version="3")
    kept = replace(kept, notes=("under embargo until 2024-03-16", "a second note"))
    add(store, [kept])
    (hit,) = find(store, story("Ёлка", "a", "ru"))
    assert hit.story == Stored.of(kept)
    document = hit.story.document("wire")
    assert (document.text, document.version, document.notes) == (kept.text, "3", kept.notes)


def test_a_store_that_is_none_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such archive"):
        open_archive(name)


@pytest.mark.parametrize("lang", ["en", "ru", "zh", "vi", "ar"])
def test_the_numbers_of_a_text_are_those_of_its_terms(lang: str) -> None:
    text = "Ngày 14 tháng 3 CEO库克 said 1,200 пассажиров 3月14日 أبحروا, Mr Shcherbakov. 14 March."
    assert numbers(text, lang).tolist() == [hashed(t) for t in words_and_anchors(text, lang)]


def test_words_that_were_forgotten_are_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transdiff.archive.terms._TOKENS", 3)
    text = "Ferries stopped at a port of Norland because ferries stopped at a port of Norland."
    wanted = [hashed(term) for term in words_and_anchors(text, "nl")]
    assert [numbers(text, "nl").tolist() for _ in range(3)] == [wanted] * 3


def test_letters_beside_ideographs_are_a_word_of_their_own() -> None:
    assert {"苹果", "ceo", "库克"} <= set(words_and_anchors("苹果CEO库克", "zh"))


def test_bands_do_not_depend_on_the_texts_beside() -> None:
    texts = [numbers(text, "en") for text in (FERRY, "One", "", BUDGET, "Two words", FOOTBALL)]
    assert bands(texts) == [bands([text])[0] for text in texts]
    assert [len(own) for own in bands(texts)] == [4, 0, 0, 4, 4, 4]


@pytest.mark.slow
def test_a_killed_add_leaves_a_sound_store(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": f"s{n}", "lang": "en", "text": f"{FERRY} {n} {n * 7919} {n * 104729}"})
        for n in range(30_000)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    path = tmp_path / "wires.db"
    command = [sys.executable, "-m", "transdiff", "archive", "add", str(path), "in.jsonl"]
    adding = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL)
    time.sleep(4)
    os.kill(adding.pid, signal.SIGKILL)
    adding.wait()
    with Store(path) as store:
        assert store.base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (kept,) = store.base.execute("SELECT count(*) FROM story").fetchone()
        assert kept % 10_000 == 0
