"""Rule ``untranslated-text``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from transdiff.comparison import Article
from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import function_words
from transdiff.language.detect import detect
from transdiff.language.pack import languages, load_pack
from transdiff.language.vocabulary import is_ordinary, may_be_ordinary
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
_LATIN_RUN = regex.compile(
    r"(?<![\p{L}.@/-])(?=\p{Latin})"
    r"(?:\p{Ll}{2,}(?: (?=\p{Latin})\p{Ll}+)+|\p{Ll}{5,}(?![\p{L}\d.@/-]\p{L}))"
)
_QUOTED = regex.compile(r"[\"“«„‘(（「『][^\"”»’)）」』]{1,60}[\"”»’)）」』]")
_ALPHABETIC = regex.compile(r"[\p{Latin}\p{Cyrillic}\p{Arabic}\p{Armenian}\p{Hangul}]{2,}")
_NEIGHBOURS = ("en", "de", "fr", "es", "pt")
"""Languages in Latin letters whose words are looked for among those of another one."""
_SISTERS = {"ru": ("uk", "іїєґ"), "uk": ("ru", "ыэъё")}
"""Languages that share an alphabet and grammar: the other, and letters that only it has."""
_FEWEST_LETTERS = 3
_FEWEST_ALIEN = 3
"""Different little words of another language that make a sentence one of it."""
_FEWEST_IN_ROW = 3
"""Words in a row that only another language knows."""
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

        reference: The harbour is open again. Ships are back.
        translation: It is open. [[Les navires sont de retour dans le port depuis ce matin.]]

        reference[uk]: Порт відкрили. Судна повернулися.
        translation[uk]: Порт відкрили. [[Рыбаки вышли в море, но рыбы не было.]]

        reference[es]: El puerto reabrió el lunes. Los barcos volvieron al puerto.
        translation[es]: Ya abrió. [[Les navires sont de retour et les pêcheurs ont repris la mer.]]

        reference[de]: Der Minister rief die Parteien zur Rückkehr an den Verhandlungstisch auf.
        translation[de]: Der Minister rief die Parteien auf, [[to return to the negotiating table]].

        reference[ru]: Кражу заказал коллекционер.
        translation[ru]: Кражу заказал [[collector]].

        reference[zh]: 港口重新开放。船只到来。
        translation[zh]: 港口重新开放。[[The ships were waiting for three days.]]

    Allowed:
        reference[fr]: La grève contre la réforme perturbe les trains et les dépôts de carburant.
        translation: French pension strike disrupts trains, fuel depots

        reference: Two helicopters took the injured to a town, but fog kept back a third.
        translation[it]: Due elicotteri trasportavano i feriti gravi in una città, ma non un terzo.

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
    unread = load_pack(lang).generic
    declared = {lang, *(story.lang for story in article.references.values())}
    for _, segment in article.compared():
        foreign = _whole(segment, lang, declared)
        if unread and _script(foreign) == _script(lang) and foreign not in declared - {lang}:
            foreign = ""  # nobody knows the little words of the article's own language
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
        foreign = [w for w in words if _ALPHABETIC.match(w.text)]
        small = [w for w in foreign if not w.text[:1].isupper()]
        return "another language" if len(small) >= 3 and len(foreign) * 2 > len(words) else ""
    if len(plain) < _FEWEST_WORDS - 1 or len(words) < _FEWEST_WORDS:
        return ""
    text = " ".join(w.text for w in plain)
    if lang in _SISTERS:
        return _sister(text, lang)
    if near := _neighbour(plain, lang):
        return near
    if _grammar_words(words, lang) * 6 > len(words):
        return ""
    found = detect(text, tuple(sorted(declared)))
    same_script = _script(found) == _script(lang)
    if found in ("und", lang) or (same_script and found != "vi" and found not in declared):
        return _undeclared(words, lang)
    if same_script and not _grammar_words(words, found):
        return ""  # a headline without little words looks like any language
    return found


def _neighbour(words: Sequence[Word], lang: str) -> str:
    """Tell languages that share many little words by those that only one of the two has."""
    own = function_words(lang)
    said = {w.fold for w in words}
    known, unknown = said & own, said - own
    for other in _same_script(lang):
        foreign = function_words(other)
        theirs = len(unknown & foreign)
        enough = theirs >= _FEWEST_ALIEN and theirs * 5 >= len(said)
        if enough and len(known - foreign) * 4 <= theirs:
            return other
    return ""


@lru_cache(maxsize=64)
def _same_script(lang: str) -> tuple[str, ...]:
    """The other languages that are written in the script of *lang*."""
    return tuple(o for o in languages() if o != lang and _script(o) == _script(lang))


def _sister(text: str, lang: str) -> str:
    """Tell Russian and Ukrainian, which share their little words, by letters of only one."""
    other, letters = _SISTERS[lang]
    mine = sum(c in _SISTERS[other][1] for c in text)
    theirs = sum(c in letters for c in text)
    if theirs >= _FEWEST_LETTERS and not mine:
        return other
    found = detect(text)
    return found if _script(found) != _script(lang) and found != "und" else ""


def _undeclared(words: Sequence[Word], lang: str) -> str:
    """Return the language, in the same script, whose little words a sentence has plenty of."""
    counted = sorted((_grammar_words(words, o), o) for o in _same_script(lang))
    if not counted or counted[-1][0] * 10 < 3 * len(words) or len(words) < 2 * _FEWEST_WORDS:
        return ""
    return counted[-1][1] if _grammar_words(words, lang) * 4 <= counted[-1][0] else ""


def _grammar_words(words: Sequence[Word], lang: str) -> int:
    return sum(w.fold in function_words(lang) for w in words)


def _fragments(segment: Segment, lang: str) -> Iterator[Span]:
    """Yield runs of words in a script that *lang* is not written in."""
    own = _script(lang)
    pattern = _FOREIGN if own == "Latin" else _LATIN_IN_HAN if own == "Han" else _LATIN_RUN
    glosses = [m.span() for m in _QUOTED.finditer(segment.text)]
    found = [match.span() for match in pattern.finditer(segment.text)]
    found += _runs(segment, lang) if own == "Latin" and not load_pack(lang).generic else []
    for first, end in found:
        if not any(a <= first and end <= b for a, b in glosses):
            yield Span(segment.span.start + first, segment.span.start + end)


def _runs(segment: Segment, lang: str) -> list[tuple[int, int]]:
    """Return the runs of small words that another language of the script knows and *lang* not."""
    found = []
    words = segment.facts.words
    knowing = [_knowing(w.text, w.fold, lang) if w.kind is WordKind.WORD else () for w in words]
    for other in _NEIGHBOURS if sum(map(bool, knowing)) >= _FEWEST_IN_ROW else ():
        run: list[Word] = []
        for word, langs in zip((*words, None), (*knowing, ()), strict=True):
            if word is not None and other in langs:
                run.append(word)
                continue
            if len(run) >= _FEWEST_IN_ROW:
                start = segment.span.start
                found.append((run[0].span.start - start, run[-1].span.end - start))
            run = []
    return found


@lru_cache(maxsize=65536)
def _knowing(text: str, fold: str, lang: str) -> tuple[str, ...]:
    """The neighbours that know a small word that *lang* does not."""
    if text != fold or fold in function_words(lang) or is_ordinary(fold, lang):
        return ()
    others = (other for other in _NEIGHBOURS if other != lang)
    return tuple(
        o
        for o in others
        if fold in function_words(o) or (may_be_ordinary(fold, o) and is_ordinary(fold, o))
    )
