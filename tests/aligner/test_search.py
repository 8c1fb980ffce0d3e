"""What the aligner promises, each on a few sentences of its own."""

import random

import transdiff
from transdiff import Document
from transdiff.aligner.growth import LARGEST

FERRY = "The ferry Aurora left Port Lindqvist at noon with 214 passengers on board."
STORM = "Forecasters had warned of gusts of up to 90 km/h in the strait."
RESCUE = "Coast guard helicopters lifted the crew to safety after four hours."
OWNER = "The owner, Baltrow Lines, said the vessel had passed inspection in May."


def links(article: list[str], *references: list[str]) -> list[tuple[list[int], int, list[int]]]:
    """Align sentences and return plain links; references are numbered from 0."""
    keyed = {str(n): Document.from_sentences(r, "en") for n, r in enumerate(references)}
    found = transdiff.align(Document.from_sentences(article, "en"), keyed).links
    return [(list(k.translation), int(k.reference), list(k.reference_segments)) for k in found]


def test_order_does_not_matter() -> None:
    assert links([RESCUE, FERRY, STORM], [FERRY, STORM, RESCUE]) == [
        ([0], 0, [2]),
        ([1], 0, [0]),
        ([2], 0, [1]),
    ]


def test_moved_sentences_are_marked() -> None:
    article = Document.from_sentences([RESCUE, FERRY, STORM, OWNER], "en")
    reference = Document.from_sentences([FERRY, STORM, OWNER, RESCUE], "en")
    found = transdiff.align(article, {"wire": reference}).links
    assert [k.translation for k in found if k.moved] == [(0,)]


def test_additions_and_omissions() -> None:
    article = Document.from_sentences([FERRY, "Tomatoes are cheap this summer."], "en")
    reference = Document.from_sentences([OWNER, FERRY], "en")
    found = transdiff.align(article, {"wire": reference})
    assert found.unsupported == (1,)
    assert found.omitted == {"wire": (0,)}


def test_two_sentences_joined_into_one() -> None:
    joined = FERRY[:-1] + ", and forecasters had warned of gusts of up to 90 km/h in the strait."
    assert links([joined, OWNER], [FERRY, STORM, OWNER]) == [([0], 0, [0, 1]), ([1], 0, [2])]


def test_one_sentence_cut_in_two() -> None:
    joined = FERRY[:-1] + ", although forecasters had warned of gusts of up to 90 km/h."
    assert links([FERRY, STORM, OWNER], [joined, OWNER])[0] == ([0, 1], 0, [0])


def test_a_sentence_can_rest_on_two_references() -> None:
    assert links([FERRY, STORM], [FERRY, OWNER], [RESCUE, STORM, FERRY]) == [
        ([0], 0, [0]),
        ([0], 1, [2]),
        ([1], 1, [1]),
    ]


def test_two_single_sentences_are_always_linked() -> None:
    assert links(["Tomatoes are cheap."], [STORM]) == [([0], 0, [0])]
    assert links(["?!"], ["…"]) == [([0], 0, [0])]
    assert links([""], [STORM]) == [([0], 0, [0])]


def test_two_single_sentences_are_as_alike_as_their_words() -> None:
    def alike(one: str, other: str) -> float:
        texts = [Document.from_sentences([text], "en") for text in (one, other)]
        return transdiff.align(texts[0], {"wire": texts[1]}).links[0].similarity

    unlike = alike("Tomatoes are cheap.", "A trawler ran aground.")
    little = alike("The harbour was shut in May.", "In May a gale closed the northern harbour.")
    assert unlike == 0
    assert 0.05 < little < alike("The harbour was shut.", "The harbour was shut in May.") <= 1


def test_a_text_aligns_with_itself() -> None:
    text = [FERRY, STORM, FERRY, RESCUE, OWNER, OWNER]
    assert links(text, text) == [([k], 0, [k]) for k in range(len(text))]


def test_texts_of_the_same_few_words_make_no_heap() -> None:
    rng = random.Random(1)
    words = [
        "port",
        "bank",
        "court",
        "rain",
        "snow",
        "wind",
        "vote",
        "law",
        "ship",
        "tram",
        "mine",
        "dam",
    ]
    one, other = ([" ".join(rng.choices(words, k=8)) for _ in range(90)] for _ in range(2))
    assert max(max(len(mine), len(theirs)) for mine, _, theirs in links(one, other)) <= LARGEST


def test_exact_repeats_are_paired_in_their_order() -> None:
    repeated = [*["No comment, said the spokesman."] * 30, FERRY]
    assert links(repeated, repeated) == [([k], 0, [k]) for k in range(31)]
