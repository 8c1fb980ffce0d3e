"""Find polarity, modality, condition, status and event words: what changes what is asserted.

The word lists are the pack's ``[negation]``, ``[hedges]``, ``[conditions]``, ``[status]``,
``[tense]`` and ``[events]``. A marker's ``scope`` is the clause it stands in, ``event`` the stem of
the content word it governs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from transdiff.facts import Marker, Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.gapped import gapped_markers
from transdiff.language.listed import listed_table
from transdiff.language.openings import condition_by_form, conditions_behind, is_asked
from transdiff.language.pack import Pack, load_pack
from transdiff.language.passage import Passage
from transdiff.language.past import future_form, past_form
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.proceedings import ended_proceedings
from transdiff.language.separable import Separable, has_gap
from transdiff.language.verbs import is_verb

_CLAUSE_MARKS = frozenset(',;:.!?()[]–—…"“”«»„，。；：、！？「」（）՝։،؛؟')
_DURATION = 4
"""Words of a time that something takes: *half an hour*."""
_INVERTED = 2
"""Words that a condition without a conjunction has at least."""
_SHORTEST = 6
"""Letters of a verb from which its ending is trusted."""
_FRAME = 20
"""Words from a modal verb to the infinitive that it frames."""
_ENDED = "legal:0"
"""What the end of proceedings is, as an acquittal is."""
_AHEAD = ("status", "tense", "certainty")
"""What a modal verb says of what is to come, but not where it reports: *soll gekommen sein*."""
_KINDS = {
    "negation": "negation",
    "hedges": "hedge",
    "certainty": "certainty",
    "conditions": "condition",
    "status": "status",
    "legal": "status",
    "duty": "status",
    "accusing": "accusing",
    "tense": "tense",
    "set": "tense",
    "asked": "tense",
    "rest": "rest",
    "opening": "condition",
}


def find_markers(passage: Passage) -> tuple[Marker, ...]:
    """Return the markers of *passage* in order of position; kinds may overlap."""
    if passage.pack.generic:
        return ()
    clauses = clause_numbers(passage.words, passage.lang)
    ends = [w.span.end for w in passage.words]
    pieces = passage.pieces
    found = []
    split = _split_verbs(passage)
    matches = (m for m in _matches(pieces, passage.lang) if m[0] != "events" or m[2] not in split)
    for kind, value, first, end in (*split.values(), *matches, *gapped_markers(passage)):
        span = passage.span(pieces[first].start, pieces[end - 1].end)
        if kind == "events":
            found += [Marker(span, "event", name) for name in value.split("|")]
        elif (
            not (kind == "hedges" and _names_month(passage, first))
            and not (
                kind == "conditions"
                and (
                    _measures(pieces, end, passage.lang)
                    or _is_reflexive(passage, first, end)
                    or (value == "if" and is_asked(passage.lang, pieces, first))
                )
            )
            and not (kind == "opening" and _excepts(passage, end))
        ):
            last = bisect_left(ends, span.end)
            found.append(_marker(_KINDS[kind], value, span, passage, clauses, last))
    if inverted := _inverted(passage) or condition_by_form(passage):
        opening = passage.pack.words("events", "inverting")
        strict = _is_reported(passage) or inverted.fold in opening
        value = "if" if strict else "soft"
        found.append(_marker("condition", value, inverted.span, passage, clauses, 0))
    known = {m.span.start for m in found if m.kind == "condition" and m.value != "soft"}
    for at in conditions_behind(passage, clauses):
        if (span := passage.words[at].span).start not in known:
            found.append(_marker("condition", "if", span, passage, clauses, at))
    framed = [*_framed(passage)]
    told = {word.span for value, word in framed if value == "reported"}
    found = [m for m in found if not (m.span in told and m.kind in _AHEAD)]
    for value, word in (*_inflected(passage), *framed, *_particles(passage)):
        last = bisect_left(ends, word.span.end)
        found.append(_marker("hedge", value, word.span, passage, clauses, last))
    ended = [m.span for m in found if m.value == _ENDED]
    for span in ended_proceedings(passage):
        if not any(span.overlaps(known) for known in ended):
            last = bisect_left(ends, span.end)
            found.append(_marker("status", _ENDED, span, passage, clauses, last))
    found += _prefixed(passage, clauses, found)
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind, m.value)))


def _measures(pieces: Sequence[Piece], end: int, lang: str) -> bool:
    """Whether a figure follows a condition's words: *for as long as five years* sets none."""
    if pieces[end - 1].fold != "as" or end == len(pieces):
        return False
    if pieces[end].kind is WordKind.NUMBER:
        return True
    ahead = {piece.fold for piece in pieces[end + 1 : end + _DURATION]}
    counts = listed_table(lang, "numbers", "cardinals").match(pieces, end) is not None
    counts = counts or pieces[end].fold in load_pack(lang).words("events", "amounts")
    return counts and not ahead.isdisjoint(load_pack(lang).words("events", "durations"))


def _excepts(passage: Passage, end: int) -> bool:
    """Whether who is excepted follows: *Salvo Bolivia*, *sauf celle de Nantua* set no condition.

    Nor does a verb that has its subject before it: *Hatcher, the engineer, should leave*.
    """
    if end >= len(passage.pieces):
        return False
    piece = passage.pieces[end]
    if passage.pieces[end - 1].fold in passage.pack.words("events", "inverting"):
        return is_verb(passage.words[_word_at(passage, end)], passage.lang)
    nouns = passage.pack.section("negation").get("capital-nouns", False)
    named = passage.text[piece.start].isupper() and not nouns
    return named or piece.fold in passage.pack.words("grammar", "excepted")


def _word_at(passage: Passage, piece: int) -> int:
    """The word that holds a piece."""
    start = passage.start + passage.pieces[piece].start
    return bisect_right([w.span.start for w in passage.words], start) - 1


def _is_reflexive(passage: Passage, first: int, end: int) -> bool:
    """Whether a condition's word is the pronoun of its spelling: *se reuniram*, *se reunirão*."""
    pieces, listed = passage.pieces, passage.pack.words("grammar", "reflexive")
    if not listed or end == len(pieces) or pieces[first].fold not in listed:
        return False
    verb = pieces[end].fold
    return past_form(verb, passage.lang) or future_form(verb, passage.lang)


def _names_month(passage: Passage, at: int) -> bool:
    """Whether a hedge is the month of its spelling: *the May inspection*, *May was wet*."""
    piece = passage.pieces[at]
    if piece.fold not in passage.pack.words("dates", "modal-months"):
        return False
    if at == 0:
        after = passage.pieces[1] if len(passage.pieces) > 1 else piece
        listed = passage.pack.words("dates", "after-months")
        return after.kind is WordKind.NUMBER or after.fold in listed
    return passage.text[piece.start].isupper() and not _opens_title(passage, at + 1)


def _opens_title(passage: Passage, at: int) -> bool:
    """Whether the word after has a capital too, as all have in some headlines."""
    return at < len(passage.pieces) and passage.text[passage.pieces[at].start].isupper()


def _split_verbs(passage: Passage) -> dict[int, tuple[str, str, int, int]]:
    """Return the events that a verb names with its particle, by place: alone it may be another.

    A capital within the sentence makes it a noun: *Der Bau fällt aus*.
    """
    pieces = passage.pieces
    return {
        first: ("events", value, first, end)
        for value, first, end in _separable(passage.lang).all(pieces)
        if first == 0 or not passage.text[pieces[first].start].isupper()
    }


def _inverted(passage: Passage) -> Word | None:
    """Return the verb that makes its sentence begin with a condition: *Regnet es, bleibt er*.

    Verb and main clause's verb show by their endings: the first word, and the first after a comma.
    """
    endings = passage.pack.words("tense", "verb-first")
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if _is_reported(passage):
        return words[0]
    if words and words[0].fold in passage.pack.words("events", "inverting") and comma > _INVERTED:
        return words[0] if words[-1].fold != "?" else None
    if not endings or comma < _INVERTED or comma + 1 >= len(words):
        return None
    first, main = words[0], words[comma + 1]
    inner = [w.fold for w in words[1:comma]]
    verbs = first.fold.endswith(endings) and main.fold.endswith(endings)
    plain = main.text[:1].islower() and words[-1].fold != "?"
    return first if verbs and plain and first.kind is WordKind.WORD and inner else None


def _is_reported(passage: Passage) -> bool:
    """Whether such a condition is in reported speech: *Scheitere die Schlichtung, werde man*.

    Both verbs are in the subjunctive; the subject shows by its article or is a pronoun.
    """
    endings = passage.pack.words("tense", "verb-first-reported")
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if not endings or comma < _INVERTED or comma + 1 >= len(words):
        return False
    first, subject, main = words[0], words[1], words[comma + 1]
    lists = ("definite", "indefinite", "he", "she", "they", "it")
    subjects = {w for name in lists for w in passage.pack.words("attribution", name)}
    verbs = first.fold.endswith(endings) and main.fold.endswith(endings)
    plain = main.text[:1].islower() and words[-1].fold != "?"
    return verbs and plain and subject.fold in subjects and is_content(first, passage.lang)


def _inflected(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the verbs that an ending alone makes a hedge: the press conditional."""
    endings = passage.pack.section("hedges").get("endings", {})
    if not endings:
        return
    plain = frozenset(endings.get("except", ()))
    for word in passage.words:
        if len(word.fold) < _SHORTEST or word.fold in plain:
            continue
        for value, forms in endings.items():
            if value != "except" and word.fold.endswith(tuple(forms)):
                yield value, word


def _framed(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the modal verbs that a participle and an infinitive make a hedge: *soll … sein*."""
    frames = passage.pack.section("hedges").get("frames", {})
    if not frames:
        return
    words = passage.words
    closers = [
        i
        for i in range(1, len(words))
        if len(words[i - 1].fold) >= _SHORTEST
        and words[i - 1].fold.endswith(tuple(frames["participle"]))
        and words[i - 1].text[:1].islower()
    ]
    for value, pairs in frames["verbs"].items():
        for opener, closer in (pair.split() for pair in pairs):
            ends = [i for i in closers if words[i].fold == closer]
            for i, word in enumerate(words):
                if word.fold == opener and any(0 < k - i <= _FRAME for k in ends):
                    yield value, word
    for value, phrases in frames.get("states", {}).items():
        for opener, *rest in (phrase.split() for phrase in phrases):
            at = next((i for i, word in enumerate(words) if word.fold == opener), None)
            if at is not None and _in_order(words[at + 1 : at + 1 + _FRAME], rest):
                yield value, words[at]


def _in_order(words: Sequence[Word], wanted: Sequence[str]) -> bool:
    """Whether *words* has all that is *wanted*, one behind the other."""
    folds = iter(word.fold for word in words)
    return all(fold in folds for fold in wanted)


def _prefixed(passage: Passage, clauses: Sequence[int], found: Sequence[Marker]) -> list[Marker]:
    """Return the verbs that a letter before them denies, beyond those that are listed."""
    section = passage.pack.section("negation").get("prefixed", {})
    if not section:
        return []
    plain, denied = tuple(section["except"]), [m.span for m in found if m.kind == "negation"]
    return [
        _marker("negation", "not", word.span, passage, clauses, at)
        for at, word in enumerate(passage.words)
        if word.fold.startswith(section["letter"])
        and len(word.fold) >= _SHORTEST
        and word.text[0].islower()
        and not word.fold.startswith(plain)
        and not any(span.overlaps(word.span) for span in denied)
    ]


def _particles(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the particles that hedge a verb in the present, and only such a one."""
    particles = passage.pack.section("hedges").get("particles", {})
    if not particles:
        return
    before, past = tuple(particles["before"]), tuple(particles["past"])
    for word, following in pairwise(passage.words):
        present = following.fold.startswith(before) and not following.fold.startswith(past)
        if present and word.fold in particles["possible"]:
            yield "possible", word


def _matches(pieces: Sequence[Piece], lang: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield (kind, value, first, end) of each phrase; those of one kind do not overlap."""
    books = _books(lang)
    reached: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        for kind, value in _openings(piece.fold, lang):
            if reached.get(kind, 0) > at:
                continue
            if kind == "opening" and at and pieces[at - 1].kind is not WordKind.PUNCT:
                continue
            match = (value, at + 1) if value else books[kind].match(pieces, at)
            if match is not None:
                if match[0] == "peak" and _stands_before(pieces, at, match[1], lang):
                    match = ("not", at + 1)
                reached[kind] = match[1]
                if match[0] != "idiom":
                    yield kind, match[0], at, match[1]


def _stands_before(pieces: Sequence[Piece], at: int, end: int, lang: str) -> bool:
    """Whether *not before* is said of a place or a danger: *nicht vor dem Hochwasser warnen*.

    It sets a limit where a time follows.
    """
    listed = load_pack(lang).words("negation", "spatial")
    if " ".join(piece.fold for piece in pieces[at:end]) not in listed:
        return False
    times = load_pack(lang).words("negation", "times")
    ahead = pieces[end : end + 2]
    return not any(p.kind is WordKind.NUMBER or p.fold.startswith(times) for p in ahead)


@lru_cache(maxsize=65536)
def _openings(fold: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds of marker that a word may begin, with the value of one that it ends."""
    word = (Piece(fold, "", 0, len(fold), WordKind.WORD),)
    found = []
    for kind, book in _books(lang).items():
        if not book.opens(fold):
            continue
        if book.continues(fold):
            found.append((kind, ""))
        elif match := book.match(word, 0):
            found.append((kind, match[0]))
    return tuple(found)


def _marker(
    kind: str, value: str, span: Span, passage: Passage, clauses: Sequence[int], last: int
) -> Marker:
    """Bind a marker whose last word is *last* to its clause and to what it governs."""
    words = passage.words
    first, end = bisect_left(clauses, clauses[last]), bisect_right(clauses, clauses[last])
    scope = Span(words[first].span.start, words[end - 1].span.end)
    head = next((w for w in words[last + 1 : end] if is_content(w, passage.lang)), None)
    return Marker(span, kind, value, scope, head.stem if head else "")


def clause_numbers(words: Sequence[Word], lang: str) -> tuple[int, ...]:
    """Number the clauses of *words*: a mark or a conjunction begins the next one."""
    openers = _clause_words(lang)
    behind_marks = load_pack(lang).section("events").get("clause-behind-marks", False)
    number, found = 0, []
    for at, word in enumerate(words):
        if word.kind is WordKind.PUNCT:
            number += word.fold in _CLAUSE_MARKS and not _makes_ordinal(words, at, lang)
        elif word.fold in openers:
            inner = at > 0 and words[at - 1].kind is not WordKind.PUNCT
            number += not (behind_marks and inner)
        found.append(number)
    return tuple(found)


def _makes_ordinal(words: Sequence[Word], at: int, lang: str) -> bool:
    """Whether a mark makes an ordinal of the figure before it: *am 4. November*."""
    if not 0 < at < len(words) - 1 or words[at - 1].kind is not WordKind.NUMBER:
        return False
    inner = words[at + 1].kind is WordKind.WORD and words[at - 1].span.end == words[at].span.start
    return inner and words[at].fold in load_pack(lang).words("numbers", "ordinal-suffixes")


@lru_cache(maxsize=64)
def _clause_words(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).words("events", "clause"))


@lru_cache(maxsize=64)
def _books(lang: str) -> Mapping[str, Phrases[str]]:
    """Compile the phrase books of *lang*, one for each kind of marker."""
    phrases = _phrases(load_pack(lang))
    plain = {kind: [e for e in entries if not has_gap(e[0])] for kind, entries in phrases.items()}
    return {kind: Phrases(entries, lang) for kind, entries in plain.items() if entries}


@lru_cache(maxsize=64)
def _separable(lang: str) -> Separable:
    """Compile the events that are written with a gap."""
    pack = load_pack(lang)
    gaps = (e for e in _classes(pack) if has_gap(e[0]))
    return Separable(gaps, pack.words("comparison", "closers"), lang)


def _classes(pack: Pack) -> list[tuple[str, str]]:
    return _merged(_entries(pack.section("events").get("classes", {})))


def _phrases(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    status, hedges = pack.section("status"), pack.section("hedges")
    duty = {f"duty:{step}": words for step, words in status.get("duty", {}).items()}
    legal = {f"legal:{step}": words for step, words in status.get("legal", {}).items()}
    negation = {k: pack.words("negation", k) for k in ("idioms", "not", "lexical", "weak", "peak")}
    limits = pack.section("dates").get("limits", {})
    negation["peak"] += tuple(limits.get("earliest", ()))
    # Who is acquitted is not guilty; "found not guilty" has its denial in it.
    acquittals = status.get("legal", {}).get("0", ())
    plain = frozenset(negation["not"])
    negation["lexical"] += tuple(p for p in acquittals if plain.isdisjoint(p.split()))
    return {
        "negation": list(_entries(negation)),
        "hedges": list(_entries(hedges)),
        "certainty": list(_entries(hedges.get("certain", {}))),
        "conditions": list(_entries(pack.section("conditions"))),
        "status": list(_entries(status)),
        "legal": list(_entries(legal)),
        "duty": list(_entries({"idioms": status.get("idioms", ()), **duty})),
        "accusing": list(_entries(status.get("accusing", {}))),
        "tense": list(
            _entries({k: pack.words("tense", k) for k in ("idioms", "future", "past", "particle")})
        ),
        "opening": list(_entries(pack.section("conditions").get("opening", {}))),
        "set": list(_entries({k: pack.words("tense", k) for k in ("idioms", "set")})),
        "asked": list(_entries({"asked": pack.words("tense", "asked")})),
        "rest": list(_entries({"rest": pack.words("numbers", "rest")})),
        "events": _classes(pack),
    }


def _entries(lists: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each phrase of the lists with the list's name; the first to name a phrase wins."""
    for value in sorted(lists, key=lambda key: key != "idioms"):
        if not isinstance(lists[value], Mapping):
            name = "idiom" if value == "idioms" else value
            yield from ((phrase, name) for phrase in lists[value])


def _merged(entries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give a phrase that several lists hold all of their names, joined by ``|``."""
    names: dict[str, list[str]] = {}
    for phrase, name in entries:
        names.setdefault(phrase, []).append(name)
    return [(phrase, "|".join(found)) for phrase, found in names.items()]
