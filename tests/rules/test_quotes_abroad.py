"""A quotation of another language is held against the one it renders, clause by clause."""

from __future__ import annotations

import pytest

from transdiff import Document, compare

ARTICLE = """Karl Novak, maire de Melnik, a rencontré lundi à Genève la ministre Anna Bek.

La ville doit 12 millions d'euros à la société Norland.

"{}", a déclaré Karl Novak lundi.

Anna Bek a promis 3 millions d'euros à la ville de Melnik avant le 5 mai."""
REFERENCE = """Karl Novak, mayor of Melnik, met minister Anna Bek in Geneva on Monday.

The city owes the company Norland 12 million euros.

"{}," Karl Novak said on Monday.

Anna Bek promised 3 million euros to the city of Melnik before May 5."""


def is_altered(quoted: str, said: str) -> bool:
    article = Document.from_text(ARTICLE.format(quoted), "fr")
    report = compare(article, {"wire": Document.from_text(REFERENCE.format(said), "en")})
    return any(f.rule == "quote-altered" for f in report.findings)


DENIED = "We did not sign the agreement with Norland, and we have not paid one euro"


@pytest.mark.parametrize(
    ("quoted", "altered"),
    [
        ("Nous avons signé l'accord avec Norland, et nous n'avons pas payé un euro", True),
        ("Nous n'avons pas signé l'accord avec Norland, et n'avons pas payé un euro", False),
        ("Nous n'avons jamais signé d'accord avec Norland, sans payer un euro", False),
    ],
)
def test_the_word_that_the_source_denies_is_denied(quoted: str, altered: bool) -> None:
    assert is_altered(quoted, DENIED) == altered


LIMITED = "We will not let a single passenger board until every weld has been looked at"
ARABIC = """التقى كارل نوفاك رئيس بلدية ميلنيك بالوزيرة آنا بيك في جنيف يوم الاثنين.

وتدين المدينة لشركة نورلاند بمبلغ 12 مليون يورو.

وقال كارل نوفاك يوم الاثنين "{}". وأضاف أن الدين سيسدد.

ووعدت آنا بيك بتقديم 3 ملايين يورو لمدينة ميلنيك قبل الخامس من مايو."""


@pytest.mark.parametrize(
    ("quoted", "cut"),
    [
        ("لن نسمح لأي راكب بالصعود قبل فحص كل لحام", False),
        ("لن نسمح لأي راكب بالصعود إلى أي سفينة", True),
    ],
)
def test_not_before_is_as_good_as_not_until(quoted: str, cut: bool) -> None:
    article = Document.from_text(ARABIC.format(quoted), "ar")
    report = compare(article, {"wire": Document.from_text(REFERENCE.format(LIMITED), "en")})
    assert any(f.rule == "quote-truncated" for f in report.findings) == cut


PLEDGED = "We will soon repair the school of the village"


@pytest.mark.parametrize(
    ("quoted", "altered"),
    [
        ("Nous allons bientôt vendre l'école du village", True),
        ("Nous allons bientôt réparer l'école du village", False),
        ("L'école du village sera bientôt réparée par nos soins", False),
    ],
)
def test_a_word_that_nothing_in_the_source_means_is_another_one(quoted: str, altered: bool) -> None:
    assert is_altered(quoted, PLEDGED) == altered
