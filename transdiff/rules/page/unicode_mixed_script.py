"""Rule ``unicode-mixed-script``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.model import Role
from transdiff.rule import Mark, rule

_TOKEN = regex.compile(r"\p{L}{2,40}+")
_OTHER = regex.compile(r"[\p{Cyrillic}\p{Greek}]")
_LATIN = regex.compile(r"\p{Latin}")
_STRAY = regex.compile(r"\p{Cyrillic}")
_LOOKALIKES = frozenset(
    "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅҮαορυνικΑΒΕΖΗΙΚΜΝΟΡΤΥΧaeopcyxijsABEKMHOPCTYXIJS"
)


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_mixed_script(article: Article) -> Iterator[Mark]:
    """Report a word with letters of two scripts that only look alike.

    A Cyrillic а in a Latin word cannot be seen, but search, spelling and screen readers trip over
    it (confusables of UTS #39). A word in which the other letters are no lookalikes is meant, but
    not where they are Cyrillic ones in a text in Latin letters.

    Flagged:
        reference: The train left Kazan.
        translation: The train left [[K\u0430zan]].

        reference: The train left Lindanov.
        translation: The train left [[Li\u043d\u0434anov]].

        reference[ru]: Поезд ушёл.
        translation[ru]: Поезд ушёл в [[Москв\u0061]].

    Allowed:
        reference: The train left Kazan.
        translation: The train left Kazan.

        reference[ru]: IT-компания показала 5G-сеть и USB-порт.
        translation[ru]: IT-компания показала 5G-сеть и USB-порт.

        reference: The Greek letter μ is used for micro.
        translation: The Greek letter μ is used for micro.
    """
    text = article.story.document.text
    alphabet = load_pack(article.story.lang).section("untranslated").get("alphabet", "")
    latin_alphabet = bool(_LATIN.search(alphabet))
    for match in _TOKEN.finditer(text) if _OTHER.search(text) else ():
        word = match[0]
        if not (_LATIN.search(word) and _OTHER.search(word)):
            continue
        latin = _LATIN.findall(word)
        other = [c for c in word if c not in latin]
        fewer = latin if len(latin) <= len(other) else other
        strays = latin_alphabet and _STRAY.search(word) and fewer is other
        if strays or all(c in _LOOKALIKES for c in fewer):
            span = Span(match.start(), match.end())
            strange = ", ".join(sorted({f"U+{ord(c):04X} {c}" for c in fewer}))
            yield Mark(
                span,
                f'letters of two scripts in "{word}": {strange}',
                (article.evidence(span, Role.SELF),),
            )
