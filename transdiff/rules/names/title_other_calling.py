"""Rule ``title-other-calling``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from transdiff.comparison import Article, Comparison
from transdiff.facts import Name, Span, Term, Title
from transdiff.language.concepts import is_part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.title_holders import holder_of, plain_holder, surname
from transdiff.language.walks import are_apart, walk
from transdiff.model import Segment, Story
from transdiff.rule import Mark, rule

_OUTSIDER = "calling.outsider"
_IN_HOUSE = frozenset(
    {
        "chief-economist", "chief-executive", "chief-financial", "chief-operating",
        "chief-scientist", "founder", "head", "manager", "section-head", "spokesperson",
    }
)  # fmt: skip
_FULL = 2
"""Words of a full name."""


class _Calling(NamedTuple):
    """What a text says that somebody is: a concept or an office, where, and of whom."""

    holder: str
    value: str
    span: Span


@rule(group="names", category="title", severity="major")
def title_other_calling(pair: Comparison) -> Iterator[Mark]:
    """Report a person who is said to be of another calling than in every reference.

    What stands before the name or is set off behind it is what somebody is: *the nurse Ana Ruiz*,
    *Ana Ruiz, a driver for a courier firm*. Callings that one person may well have, a wider word
    for one and what the linked text says of somebody it does not name are left alone.

    Flagged:
        reference: Odile Maas, a courier who passes there every night, saw the lorry.
        translation: The lorry was seen by Odile Maas, a [[customs inspector]].

        reference: The choir is led by Ewa Lis, a bricklayer.
        translation: Ewa Lis, a [[lieutenant]], leads the choir.

        reference[de]: Die Apothekerin Jana Wolf rief die Polizei.
        translation[de]: Die [[Feuerwehrfrau]] Jana Wolf rief die Polizei.

        reference: "It proves little," said Ines Roth, a chemist not involved in the study.
        translation: "It proves little," said Ines Roth, the [[head]] of research at the maker.

        reference[ru]: Вертолёт заметил пастух Анзор Беков.
        translation: The helicopter was spotted by the [[reporter]] Anzor Bekov.

        reference: "We gave everything," goalkeeper Lucia Arranz said.
        translation: "We gave everything," said Lucia Arranz, the [[coach]].

    Allowed:
        reference: "We gave everything," trainer Lucia Arranz said.
        translation: "We gave everything," said Lucia Arranz, the coach.

        reference: Odile Maas, a courier who passes there every night, saw the lorry.
        translation: The lorry was seen by Odile Maas, an employee of a delivery firm.

        reference: The choir is led by Ewa Lis, a bricklayer.
        reference: Ewa Lis, a lieutenant in the reserve, leads the choir.
        translation: Ewa Lis, a lieutenant in the reserve, leads the choir.

        reference: Oncologist Ruth Adeyemi warned against the diet.
        translation: The diet is dangerous, said Dr Ruth Adeyemi, a researcher.

        reference: Ines Roth, head of a laboratory and not involved in the study, had doubts.
        translation: Ines Roth, the head of a laboratory, was doubtful.

        reference[ru]: Учения прошли, сказал журналистам замкомандующего флотом адмирал Пётр Гордин.
        translation: The drill is over, said Rear Admiral Pyotr Gordin, the deputy commander.

        reference: Ewa Lis, a bricklayer, was found by a lieutenant.
        translation: A lieutenant, Jan Kos, found Ewa Lis.
    """
    yield from _insiders(pair)
    for mine in callings(pair.segment, pair.lang):
        told = _told_of(pair, mine.holder)
        if not told or any(not are_apart(mine.value, c.value) for _, c in told):
            continue
        if _is_near(pair, mine) or _is_kept(pair, mine.holder, told):
            continue
        key, theirs = told[0]
        evidence = pair.whole.reference_evidence(key, theirs.span)
        yield Mark.against(pair.evidence(mine.span), evidence)


def _insiders(pair: Comparison) -> Iterator[Mark]:
    """Yield who is in office at a body here and has nothing to do with it in a reference.

    *A neurologist not involved in the study*, *who heads the company's research*.
    """
    outside = pair.whole.once(_outsiders)
    for title in pair.segment.facts.titles if outside else ():
        theirs = outside.get(title.holder) if title.holder else None
        if theirs is None or title.function not in _IN_HOUSE or _stands_outside(pair.segment):
            continue
        key, span = theirs
        if any(t.function == title.function for t in _offices_of(pair, title.holder)):
            continue
        evidence = pair.whole.reference_evidence(key, span)
        yield Mark.against(pair.evidence(title.span), evidence)


def _offices_of(pair: Comparison, holder: str) -> list[Title]:
    """The offices that the references give to somebody."""
    return [title for _, title in pair.whole.said_by_references.offices.get(holder, ())]


def _outsiders(article: Article) -> Mapping[str, tuple[str, Span]]:
    """Who is said by a reference to have no part in what he judges: the one whom it names there."""
    found: dict[str, tuple[str, Span]] = {}
    for key, story in article.references.items():
        for segment in story.segments:
            term = _stands_outside(segment)
            names = [n for n in segment.facts.names if n.kind == "person" and not n.concept]
            if term is not None and len(names) == 1:
                found[surname(names[0], story.lang)] = (key, term.span)
    return found


def _stands_outside(segment: Segment) -> Term | None:
    return next((t for t in segment.facts.terms if t.concept == _OUTSIDER), None)


def callings(segment: Segment, lang: str) -> list[_Calling]:
    """Return what a sentence says that those whom it names are, offices among it."""
    facts = segment.facts
    found = [_Calling(t.holder, t.function, t.span) for t in facts.titles if walk(t.function)]
    works = [t for t in facts.terms if walk(t.concept)]
    if works and any(n.kind in ("person", "unknown") for n in facts.names):
        passage = Passage(segment.text, segment.span.start, load_pack(lang), facts.words)
        told = (_Calling(_holder(passage, t.span, facts.names), t.concept, t.span) for t in works)
        found += [c for c in told if not _before_office(c, facts.titles)]
    return [
        c
        for c in found
        if c.holder and not any(o.span != c.span and o.span.contains(c.span) for o in found)
    ]


def _before_office(calling: _Calling, titles: Sequence[Title]) -> bool:
    """Whether an office stands between a calling and the name: *told journalists the mayor X*."""
    after = (t for t in titles if t.function and calling.span.end <= t.span.start)
    return any(t.holder == calling.holder for t in after)


def _holder(passage: Passage, span: Span, names: tuple[Name, ...]) -> str:
    """Whose name touches a calling, or opens with it: *Cardiologist Ana Ruiz*."""
    for name in names:
        if name.span.start == span.start and name.kind == "person" and not name.concept:
            rest = name.text[span.end - span.start :].split()
            if len(rest) >= _FULL:
                return surname(name, passage.lang)
    title = Title(span, "", (), frozenset())
    return holder_of(passage, title, names, field_last=False)


def _told_of(pair: Comparison, holder: str) -> list[tuple[str, _Calling]]:
    """What the references say that somebody is, by reference."""
    known = pair.whole.once(_of_references)
    plain = plain_holder(pair.segment.facts.names, holder)
    return known.get(holder) or known.get(plain) or []


def _is_near(pair: Comparison, mine: _Calling) -> bool:
    """Whether the linked text says the same of somebody, whom it need not name."""
    concepts = (t.concept for w in pair.witnesses for s in w.around for t in s.facts.terms)
    offices = (t.function for w in pair.witnesses for s in w.around for t in s.facts.titles)
    return any(
        c == mine.value or is_part(c, mine.value) or is_part(mine.value, c)
        for c in (*concepts, *offices)
    )


def _is_kept(pair: Comparison, holder: str, told: list[tuple[str, _Calling]]) -> bool:
    """Whether the article says elsewhere of somebody what a reference does."""
    here = pair.whole.once(_of_article).get(holder, ())
    return any(not are_apart(c.value, t.value) for c in here for _, t in told)


def _of_article(article: Article) -> Mapping[str, list[_Calling]]:
    return _by_holder(article.story)


def _of_references(article: Article) -> Mapping[str, list[tuple[str, _Calling]]]:
    found: dict[str, list[tuple[str, _Calling]]] = {}
    for key, story in article.references.items():
        for holder, told in _by_holder(story).items():
            found.setdefault(holder, []).extend((key, c) for c in told)
    return found


def _by_holder(story: Story) -> dict[str, list[_Calling]]:
    found: dict[str, list[_Calling]] = {}
    for segment in story.segments:
        for calling in callings(segment, story.lang):
            found.setdefault(calling.holder, []).append(calling)
    return found
