"""Rule ``untranslated-word``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from transdiff.comparison import Comparison
from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import function_words
from transdiff.language.pack import languages, load_pack, load_section
from transdiff.language.synonyms import groups_of
from transdiff.language.vocabulary import is_ordinary, may_be_ordinary, vocabulary
from transdiff.language.words import stem_word
from transdiff.model import Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.layouts import closest
from transdiff.rules.page.foreign_nouns import foreign_nouns
from transdiff.rules.page.foreign_words import is_of_another

_FOREIGN = regex.compile(
    r"[\p{Cyrillic}\p{Arabic}\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Armenian}\p{Georgian}"
    r"\p{Thai}\p{Hebrew}\p{Devanagari}\p{Greek}]{2}|(?!丨)\p{Han}"  # 丨 stands for a bar
)
_MIXED = regex.compile(
    r"\p{Latin}[\p{Cyrillic}\p{Greek}\p{Armenian}]|[\p{Cyrillic}\p{Greek}\p{Armenian}]\p{Latin}"
)
"""Letters of two alphabets in one word: a slip of the keyboard, and another rule's."""
_GENUS = regex.compile(r"[A-Z](?:[a-z]{2,}|\.)?")
_LATIN_ENDINGS = ("a", "ae", "ans", "ens", "i", "is", "um", "us")
"""How the second word of a species' name ends."""
_LATIN = frozenset(["de", "fr", "es", "pt"])
_LONG = 6
"""Letters that a word must exceed for its ending to be trusted."""
_SHORT = 4
"""Letters from which a word that English never writes may be one of another language."""
_SMALL, _ELSEWHERE = "small", "elsewhere"
"""What shows that a word is foreign: a small one, or one that another language's data has."""
_SURE = frozenset({_ELSEWHERE, "letters", "script"})
"""Signs that need no sentence beside them in which the word would be translated."""
_OPENING = frozenset("\"“„«‘'([（「『")


@rule(group="page", category="untranslated", severity="major")
def untranslated_word(pair: Comparison) -> Iterator[Mark]:
    """Report a word in another language where a closely matching reference has its translation.

    Whoever does not read that language loses the word. Names, glosses in brackets or quotation
    marks and what a reference has as well are allowed. Words of the article's own script count when
    they are words of another language that this one has not, or spelled with its letters or with
    one of its endings. A word that is none by its letters, or that the data of another language
    has, is minor where no reference runs along the sentence.

    Flagged:
        reference: The runway was closed for hours after the storm on Sunday.
        translation: The [[полоса]] was closed for hours after the storm on Sunday.

        reference: She worked as a nurse in the city hospital for ten years.
        translation: She worked [[als]] a nurse in the city hospital for ten years.

        reference: The lecture on medicine was held at the old school in the capital.
        translation: The lecture on [[医学]] was held at the old school in the capital.

        reference: Police said the driver was known to them before the crash.
        translation: Police said the driver was [[veřejně]] to them before the crash.

        reference: "He swims with us tomorrow," Alta's coach, Ivo Bek, said after the heats.
        translation: Ivo Bek, the [[treinador]] of Alta, said the swimmer would be back.

        reference[fr]: Le préfet a interdit la manifestation.
        translation: The [[préfet]] has banned the demonstration.

        reference: The shipyard will build four tugboats for the navy.
        translation[vi]: Xưởng sẽ đóng bốn [[tugboats]] cho hải quân.

    Flagged:
        reference: Prices of milk went up again, the dairy group Almeda said in the spring.
        translation: Its rival, a grupo [[lácteo]] of long standing, sold two plants.

    Flagged:
        reference: The hospital closed four of its wards for the winter, the union said.
        translation: Over the winter, said the union, [[vier]] wards stayed closed.

    A German noun has its capital in any text:

    Flagged:
        reference: The airport was closed for a week by the strike of the cleaners.
        translation: For a week the [[Streik]] of the cleaners kept the airport closed.

    Allowed:
        reference: The bacterium, Cronobacter sakazakii, is rare.
        translation[vi]: Vi khuẩn nói trên, Cronobacter sakazakii, ít gặp.

        reference: Observations of the dwarf lasted 18 nights.
        translation: Eighteen nights of observation of the dwarf were needed.

        reference: The ship Zvezda left the port on Sunday morning.
        translation: The ship Zvezda (Звезда) left the port on Sunday morning.

        reference: They met in a small coffee house near the station on Sunday.
        translation: They met in a small café near the station on Sunday.

        reference: He read from the novel Das Boot at the fair in Leipzig on Friday.
        translation: He read from the novel "das Boot" at the fair in Leipzig on Friday.
    """
    yield from _copied(pair)
    yield from _nouns(pair)
    found = closest(pair)
    if found is None:
        yield from _listed(pair)
        return
    witness, layout = found
    theirs = {form for w in layout.theirs.words for form in (w.fold, w.stem)}
    text = pair.whole.story.document.text
    for run in _runs(layout.mine.words, pair.lang):
        if any(w.fold in theirs or w.stem in theirs for w in run):
            continue
        span = Span(run[0].span.start, run[-1].span.end)
        if text[max(0, span.start - 4) : span.start].rstrip()[-1:] in _OPENING:
            continue
        first = layout.mine.inside(span).start
        at = next((s for s in layout.slots if first in s.mine), None)
        if at is None:
            continue
        if at.theirs:
            quoted, role = layout.theirs.span(at.theirs.start, at.theirs.stop), Role.CONTRADICTS
        else:
            last = witness.segments[-1].span.end
            quoted, role = Span(witness.segments[0].span.start, last), Role.NEAREST
        evidence = witness.evidence(quoted, role)
        message = f'words left untranslated: "{span.of(text)}" · {witness.key} "{evidence.quote}"'
        yield Mark(span, message, (evidence,))


def _copied(pair: Comparison) -> Iterator[Mark]:
    """Yield the words that stand in a foreign reference just as they stand here."""
    text = pair.whole.story.document.text
    for witness in pair.witnesses:
        if witness.lang == pair.lang:
            continue
        theirs = {w.fold: w for s in witness.segments for w in s.facts.words}
        words = pair.segment.facts.words
        for at, word in enumerate(words):
            other = theirs.get(word.fold)
            if other is None or word.kind is not WordKind.WORD or not _alien(word, pair.lang):
                continue
            if at and words[at - 1].fold in theirs and _is_species(words[at - 1], word):
                continue
            before = text[max(0, word.span.start - 4) : word.span.start].rstrip()[-1:]
            if before not in _OPENING:
                evidence = witness.evidence(other.span)
                message = f'word left untranslated: "{word.text}" · {witness.key}'
                yield Mark(word.span, message, (evidence,))


def _is_species(genus: Word, word: Word) -> bool:
    """Whether two words are a Latin name, the same in every language: *Cronobacter sakazakii*."""
    latin = word.text.islower() and word.text.endswith(_LATIN_ENDINGS)
    return latin and _GENUS.fullmatch(genus.text) is not None


def _listed(pair: Comparison) -> Iterator[Mark]:
    """Yield the words that are surely foreign where no reference runs along the sentence."""
    text = pair.whole.story.document.text
    same = [w for w in pair.witnesses if w.lang == pair.lang]
    best = max(same, key=lambda w: w.similarity, default=None)
    quoted = [q.span for q in pair.segment.facts.quotations]
    if best is None:
        return
    for word in pair.segment.facts.words:
        if _foreign(word.text, word.fold, pair.lang) not in _SURE:
            continue
        if word.stem in pair.whole.stems_of_references or any(
            q.contains(word.span) for q in quoted
        ):
            continue
        if text[max(0, word.span.start - 4) : word.span.start].rstrip()[-1:] in _OPENING:
            continue
        where = Span(best.segments[0].span.start, best.segments[-1].span.end)
        message = f'word left untranslated: "{word.text}" · {best.key}'
        yield Mark(word.span, message, (best.evidence(where, Role.NEAREST),), Severity.MINOR)


def _nouns(pair: Comparison) -> Iterator[Mark]:
    """Yield the nouns that kept the capital of their language, behind an article: *the Streik*."""
    for word in foreign_nouns(pair):
        best = max(pair.witnesses, key=lambda w: w.similarity)
        where = Span(best.segments[0].span.start, best.segments[-1].span.end)
        message = f'word left untranslated: "{word.text}" · {best.key}'
        yield Mark(word.span, message, (best.evidence(where, Role.NEAREST),), Severity.MINOR)


def _alien(word: Word, lang: str) -> bool:
    """Whether a small word cannot be one of *lang*: its letters, or in Vietnamese its length."""
    if word.text != word.fold or word.fold in _borrowed(lang):
        return False
    if lang == "vi":
        return word.fold.isascii() and word.fold.isalpha() and len(word.fold) > _LONG
    return _foreign(word.text, word.fold, lang) in ("letters", "script")


def _runs(words: tuple[Word, ...], lang: str) -> Iterator[list[Word]]:
    """Yield the foreign words, neighbours together."""
    run: list[Word] = []
    for i, word in enumerate(words):
        foreign = word.kind is WordKind.WORD and _foreign(word.text, word.fold, lang)
        foreign = "" if _MIXED.search(word.text) else foreign
        if foreign and not (foreign == _SMALL and _in_name(words, i)):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _in_name(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word beside the one at *at* has a capital: a small word is part of the name."""
    beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
    return any(w.text[:1].isupper() for w in beside)


@lru_cache(maxsize=65536)
def _foreign(text: str, fold: str, lang: str) -> str:
    """Return what shows that a word is of another language, empty where nothing does."""
    alphabet = _alphabet(lang)
    if not alphabet:
        return ""
    if _FOREIGN.search(fold):
        return "script"
    if text != fold or fold in function_words(lang) or fold in _borrowed(lang):
        return ""
    if not any(letter.isalpha() for letter in fold):
        return ""  # a fraction or another sign: "½"
    if not alphabet.issuperset(fold):
        return "letters"
    if fold in _small_words(lang):
        return _SMALL
    if len(fold) > _LONG and fold.endswith(_endings(lang)):
        return "ending"
    if len(fold) >= _LONG and _elsewhere(fold, lang):
        return _ELSEWHERE
    others = tuple(sorted(_LATIN - {lang}))
    return _ELSEWHERE if len(fold) >= _SHORT and is_of_another(fold, lang, others) else ""


def _elsewhere(fold: str, lang: str) -> bool:
    """Whether the data of another language has the word, and that of *lang* has not.

    A word with synonyms is one of the language.

    Only languages that list the words which they share with others are asked.
    """
    shared = load_pack(lang).words("untranslated", "shared")
    if not shared or fold in shared or is_ordinary(fold, lang):
        return False
    if groups_of(fold, stem_word(fold, lang), lang):
        return False
    others = (other for other in sorted(_LATIN - {lang}) if may_be_ordinary(fold, other))
    return any(fold in vocabulary(other) for other in others)


@lru_cache(maxsize=64)
def _alphabet(lang: str) -> frozenset[str]:
    """The letters of *lang* with apostrophe and hyphen, empty where the pack does not list them."""
    letters = load_pack(lang).section("untranslated").get("alphabet", "")
    return frozenset(letters + "'-.0123456789") if letters else frozenset()


@lru_cache(maxsize=64)
def _endings(lang: str) -> tuple[str, ...]:
    """Endings of words that are none of *lang*."""
    return load_pack(lang).words("untranslated", "foreign_endings")


@lru_cache(maxsize=64)
def _borrowed(lang: str) -> frozenset[str]:
    """Words that *lang* has borrowed with their letters, or shares with its neighbours."""
    return frozenset(load_pack(lang).words("untranslated", "borrowed"))


@lru_cache(maxsize=64)
def _small_words(lang: str) -> frozenset[str]:
    """Function words of the other languages in the same script, of two letters or more."""
    others = (load_section(o, "function_words").get("list", ()) for o in languages() if o in _LATIN)
    known = function_words(lang)
    return frozenset(w for words in others for w in words if len(w) > 1 and w not in known)
