"""Rule ``untranslated-text``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.detect import detect
from transdiff.language.pack import load_pack
from transdiff.model import Role, Segment, Severity
from transdiff.rule import Mark, rule

_SCRIPTS = {
    "ru": "Cyrillic", "uk": "Cyrillic", "bg": "Cyrillic", "be": "Cyrillic", "sr": "Cyrillic",
    "kk": "Cyrillic", "mk": "Cyrillic", "zh": "Han", "ja": "Han", "ko": "Hangul", "ar": "Arabic",
    "fa": "Arabic", "ur": "Arabic", "hy": "Armenian", "ka": "Georgian", "el": "Greek",
    "he": "Hebrew", "th": "Thai", "hi": "Devanagari",
}  # fmt: skip
_NOT_LATIN = (
    r"[\p{Cyrillic}\p{Arabic}\p{Han}\p{Hangul}\p{Hiragana}\p{Armenian}\p{Georgian}\p{Thai}"
    r"\p{Hebrew}]"
)
_FOREIGN = regex.compile(
    rf"(?<!\p{{Latin}}){_NOT_LATIN}{{2,}}(?:[ \-]{_NOT_LATIN}+)*(?!\p{{Latin}})"
)
# Where names and brands keep Latin letters only a run of words in lower case is left over.
_LATIN_IN_HAN = regex.compile(r"(?<![\p{Latin}.@/])\p{Ll}{2,}(?: \p{Latin}+){2,}")
_LATIN_RUN = regex.compile(r"(?<![\p{L}.@/-])(?=\p{Latin})\p{Ll}{2,}(?: (?=\p{Latin})\p{Ll}+)+")
_QUOTED = regex.compile(r"[\"“«„‘(（「『][^\"”»’)）」』]{1,60}[\"”»’)）」』]")
_FEWEST_WORDS = 5


@rule(group="page", category="untranslated", severity="major", scope="article")
def untranslated_text(article: Article) -> Iterator[Mark]:
    """Report words and sentences that were left in another language.

    A sentence is major, words inside a sentence are minor. Names, brands and acronyms in their own
    script, and what stands in quotation marks or brackets as a gloss, are allowed.

    Flagged:
        reference: The runway was closed for hours. Nobody was hurt.
        translation: The [[взлётная полоса]] was closed for hours. Nobody was hurt.

        reference: The vaccine is given in three doses. It is safe.
        translation: The vaccine is safe. [[Vắc-xin này được tiêm làm ba mũi cho trẻ em.]]

        reference[de]: Der Hafen wurde am Samstag wieder geöffnet und die Schiffe kamen.
        translation: It is open. [[Der Hafen wurde am Samstag geöffnet und die Schiffe kamen.]]

        reference[zh]: 港口重新开放。船只到来。
        translation[zh]: 港口重新开放。[[The ships were waiting for three days.]]

    Allowed:
        reference: The ship Zvezda (Звезда) left the port.
        translation: The ship Zvezda (Звезда) left the port.

        reference[ru]: Компания Apple показала iPhone 16 Pro Max в Купертино.
        translation[ru]: Компания Apple показала iPhone 16 Pro Max в Купертино.

        reference[de]: Der Film Das Leben der Anderen gewann den Preis.
        translation: The film Das Leben der Anderen won the prize.

        reference[vi]: Ông Nguyễn Văn Thuận gặp bà Lê Thị Hồng tại Đà Nẵng.
        translation: Mr. Nguyễn Văn Thuận met Ms. Lê Thị Hồng in Đà Nẵng.
    """
    lang = article.story.lang
    declared = {lang, *(story.lang for story in article.references.values())}
    for _, segment in article.compared():
        foreign = _whole(segment, lang, declared)
        if foreign:
            yield _mark(article, segment.span, f"a sentence left in {foreign}", None)
        else:
            for span in _fragments(segment, lang):
                yield _mark(article, span, "words left untranslated", Severity.MINOR)


def _mark(article: Article, span: Span, what: str, severity: Severity | None) -> Mark:
    quote = span.of(article.story.document.text)
    evidence = (article.evidence(span, Role.SELF),)
    return Mark(span, f'{what}: "{quote[:80]}"', evidence, severity=severity)


def _script(lang: str) -> str:
    return _SCRIPTS.get(lang, "Latin")


def _whole(segment: Segment, lang: str, declared: set[str]) -> str:
    """Return the language of a segment that is not in *lang*, empty where it is."""
    words = [w for w in segment.facts.words if w.kind is WordKind.WORD]
    plain = [w for w in words if not w.text[:1].isupper()]
    if _script(lang) == "Han":
        latin = [w for w in words if regex.match(r"\p{Latin}{2,}", w.text)]
        small = [w for w in latin if w.text.islower()]
        return "another language" if len(small) >= 3 and len(latin) * 2 > len(words) else ""
    if len(plain) < _FEWEST_WORDS - 1 or len(words) < _FEWEST_WORDS:
        return ""
    known = frozenset(load_pack(lang).words("function_words", "list"))
    if sum(w.fold in known for w in words) * 6 > len(words):
        return ""
    text = " ".join(w.text for w in plain)
    found = detect(text, tuple(sorted(declared)))
    same_script = _script(found) == _script(lang)
    if found in ("und", lang) or (same_script and found != "vi" and found not in declared):
        return ""
    return found


def _fragments(segment: Segment, lang: str) -> Iterator[Span]:
    """Yield runs of words in a script that *lang* is not written in."""
    own = _script(lang)
    pattern = _FOREIGN if own == "Latin" else _LATIN_IN_HAN if own == "Han" else _LATIN_RUN
    glosses = [m.span() for m in _QUOTED.finditer(segment.text)]
    for match in pattern.finditer(segment.text):
        if not any(a <= match.start() and match.end() <= b for a, b in glosses):
            start = segment.span.start
            yield Span(start + match.start(), start + match.end())
