"""Alignment of two languages, of long documents, and what repeats do to them."""

import random

import transdiff
from transdiff import Document

ENGLISH = [
    "Northern Rail will close 14 stations on the Velden line, minister Olga Tarasova said.",
    "The harbour of Lindholm handled 2.4 million tonnes of grain in 2021.",
    "Villagers are angry.",
    "Police in Kazan arrested nine people on Thursday.",
]
RUSSIAN = [
    "Компания «Нозерн Рейл» закроет 14 станций на линии Вельден, сообщила министр Ольга Тарасова.",
    "Порт Линдхольм в 2021 году обработал 2,4 млн тонн зерна.",
    "Жители деревень возмущены.",
    "Полиция Казани в четверг арестовала девять человек.",
]


def pairs(
    article: list[str], reference: list[str], langs: tuple[str, str]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    found = transdiff.align(
        Document.from_sentences(article, langs[0]),
        {"wire": Document.from_sentences(reference, langs[1])},
    )
    return [(k.translation, k.reference_segments) for k in found.links]


def test_names_and_figures_carry_two_languages() -> None:
    assert pairs(ENGLISH, RUSSIAN, ("en", "ru")) == [((k,), (k,)) for k in range(4)]


def test_either_language_can_be_the_article() -> None:
    assert pairs(RUSSIAN, ENGLISH, ("ru", "en")) == [((k,), (k,)) for k in range(4)]


def test_what_only_one_side_has_is_left_out() -> None:
    found = transdiff.align(
        Document.from_sentences(ENGLISH[:1] + ENGLISH[3:], "en"),
        {"wire": Document.from_sentences(RUSSIAN, "ru")},
    )
    assert 1 in found.omitted["wire"]
    assert found.unsupported == ()


def test_a_single_pair_is_always_linked() -> None:
    assert pairs(["Good morning."], ["猫"], ("en", "zh")) == [((0,), (0,))]


def story(size: int, seed: int) -> list[str]:
    """Sentences of invented places and figures; a tenth of them is one and the same."""
    rng = random.Random(seed)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
    made = []
    for _ in range(size):
        if rng.random() < 0.1:
            made.append("The council met.")
            continue
        words = ["".join(rng.choices(syllables, k=rng.choice((2, 3, 4)))) for _ in range(9)]
        made.append(f"{words[0].title()} {' '.join(words[1:])} {rng.randrange(10**4)}.")
    return made


def test_a_long_text_with_repeats_aligns_with_itself() -> None:
    text = story(1500, seed=1)
    assert pairs(text, text, ("en", "en")) == [((k,), (k,)) for k in range(1500)]


def test_a_long_text_that_lost_a_chapter_finds_its_place_again() -> None:
    text = story(1600, seed=2)
    cut = text[:500] + text[900:]
    found = set(pairs(cut, text, ("en", "en")))
    right = {((k,), (k if k < 500 else k + 400,)) for k in range(len(cut))}
    assert len(found & right) > 0.93 * len(right)


def test_plain_words_meet_through_the_glossaries() -> None:
    russian = [
        "Чиновники отказались отвечать на вопросы.",
        "Урожай погиб из-за засухи.",
        "Родители требуют построить новую школу.",
    ]
    english = [
        "Parents demand that a new school be built.",
        "Officials declined to answer questions.",
        "The harvest was lost to drought.",
    ]
    assert pairs(english, russian, ("en", "ru")) == [((0,), (2,)), ((1,), (0,)), ((2,), (1,))]
