"""Rule ``org-other-owner``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Name, WordKind
from transdiff.language.name_words import heads_org
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading, read
from transdiff.language.verbs import is_verb
from transdiff.model import BlockKind
from transdiff.rule import Mark, rule
from transdiff.rules.names.owner_abroad import owned_abroad

_REACH = 3
"""Words behind a possessor within which stands what is his: *Norland's powerful Chamber*."""
_NEAR = 6
"""Words of a clause within which a reference may tie the two together in another way."""
_COUNTED = 4
"""Words before a thing among which the figure that counts it stands."""
_SAME = 4
"""Letters by which a country and its adjective are known: *Nordia*, *Nordian*."""


@rule(group="names", category="org", severity="major")
def org_other_owner(pair: Comparison) -> Iterator[Mark]:
    """Report what belongs to one name in the article and to another one in every reference.

    Both names occur in both texts, so that neither is unknown; only the tie tells: *Sudria's
    chamber of industry* for *Norland's*, *shares in Voltar* for *Ilvo shares*. Meant are bodies,
    and whatever else stands beside a figure that both sentences have. A reference that ties the
    article's name to the thing anywhere settles it. Between two languages a body of the state is
    held against the one that has another owner there, if no reference names the article's country.

    Flagged:
        reference: Norland's Chamber of Industry warned of higher costs. Sudria set the duty.
        translation: [[Sudria's Chamber]] of Industry warned of higher costs. Norland was hit.

        reference: Ilvo shares closed down 6.2%, while Voltar is not listed.
        translation: [[Shares in Voltar]] ended the day 6.2% lower. Ilvo owns the satellites.

        reference: Ilvo shareholders will receive 1.35 new Voltar shares, it was said. Ilvo agreed.
        translation: For every Voltar share, investors get 1.35 new [[Ilvo shares]]. Ilvo agreed.

        reference: The tug was sold by a shipyard, Norland's transport ministry said.
        translation[ru]: Буксир продала верфь, сообщило [[министерство транспорта]] Швеции.

    Allowed:
        reference: The tug was sold by a shipyard in Sweden, Norland's transport ministry said.
        translation[ru]: Буксир продала верфь, сообщило министерство транспорта Норландии.

        reference: Norland's Chamber of Industry warned of higher costs. Sudria set the duty.
        translation: The Chamber of Industry of Norland warned of higher costs. Sudria acts.

        reference: Ilvo shares closed down 6.2%, while Voltar is not listed.
        translation: Shares in Ilvo ended the day 6.2% lower. Voltar is not listed.

        reference: Ilvo shareholders get 1.35 new Voltar shares for each share held. Ilvo agreed.
        translation: For every Ilvo share, investors get 1.35 new Voltar shares. Ilvo agreed.

        reference: Norland's embassy in Sudria was closed on Monday.
        translation: The embassy in Sudria was closed on Monday. Norland gave no reason.
    """
    for body, owner, key in owned_abroad(pair):
        evidence = pair.whole.reference_evidence(key, owner.span)
        yield Mark.against(pair.evidence(body.span), evidence)
    if pair.segment.block.kind is BlockKind.HEADLINE:
        return
    found = None
    for witness in pair.witnesses:
        if witness.lang != pair.lang:
            return
        pairing = pair.pairings[witness.key]
        owners = _owners(pairing.mine), _owners(pairing.theirs)
        for head, mine in owners[0].items():
            j = pairing.forward[head]
            theirs = owners[1].get(j, []) if j is not None else []
            if not theirs or j is None or any(_one(x, y) for x in mine for y in theirs):
                continue
            if any(_within(x, y) for x in mine for y in theirs):
                continue
            if _counted_elsewhere(pairing, head, j, owners[0]):
                continue
            if any(_filed_from(pair.whole, name) for name in (*mine, *theirs)):
                continue
            if not _weighs(pairing, head, j) or not _both_known(pair.whole, mine, theirs):
                continue
            if any(_tied(pair.whole, name, pairing.mine.words[head].stem) for name in mine):
                return
            found = found or _mark(pair, witness, (mine[0], head), (theirs[0], j))
    if found is not None:
        yield found


def _owners(reading: Reading) -> dict[int, list[Name]]:
    """Return for each thing that belongs to a name, by the index of its word, the names."""
    found: dict[int, list[Name]] = {}
    links = {*load_pack(reading.lang).words("roles", "of"), "in"}
    for facts in reading.facts:
        for name in facts.names:
            places = reading.inside(name.span)
            if name.kind == "person" or not places:
                continue
            for head in _things(reading, places, links):
                found.setdefault(head, []).append(name)
    return found


def _things(reading: Reading, name: range, links: set[str]) -> Iterator[int]:
    """Yield what belongs to a name: behind *X's*, beside *X shares*, before *of X*, *in X*."""
    words, last = reading.words, len(reading.words)
    possessive = words[name.stop - 1].fold.endswith(("'s", "’s", "s'"))
    reach = _REACH if possessive else 1
    for at in range(name.stop, min(last, name.stop + reach)):
        verb = not possessive and past_form(words[at].fold, reading.lang)
        if verb or not reading.is_content[at] or at in reading.pasts:
            break
        if possessive or (words[at].kind is WordKind.WORD and not _qualifies(reading, at)):
            yield at
    if (
        name.start > 1
        and words[name.start - 1].fold in links
        and reading.is_content[name.start - 2]
    ):
        yield name.start - 2
        if name.start > 3 and words[name.start - 3].fold in links:  # Chamber of Industry of X
            yield name.start - 4


def _qualifies(reading: Reading, at: int) -> bool:
    """Whether a word only says of the noun behind it what kind it is: *NRW worker protection*."""
    words, lang = reading.words, reading.lang
    if at + 1 == len(words) or not reading.is_content[at + 1] or at + 1 in reading.pasts:
        return False
    behind = words[at + 1]
    noun = behind.kind is WordKind.WORD and behind.text.islower() and behind.fold.isalpha()
    return noun and not past_form(behind.fold, lang) and not is_verb(behind, lang)


def _one(mine: Name, theirs: Name) -> bool:
    """Whether two names may be one, or a country and its adjective."""
    if mine.concept and theirs.concept:
        return mine.concept.split(".")[-1] == theirs.concept.split(".")[-1]
    short = mine.text.casefold()[:_SAME] == theirs.text.casefold()[:_SAME]
    return short or bool(set(mine.parts) & set(theirs.parts))


def _within(mine: Name, theirs: Name) -> bool:
    """Whether one is a country and the other none: what is a town's is its country's too."""
    return mine.concept.startswith("country.") != theirs.concept.startswith("country.")


def _counted_elsewhere(pairing: Pairing, head: int, other: int, owned: Iterable[int]) -> bool:
    """Whether the figure before the reference's thing stands here before another one of its kind.

    *For every A share 1.35 B shares*, of *1.35 B shares*: the B shares are what it is told of.
    """
    mine = pairing.mine
    count = _figures_ahead(pairing.theirs, other)
    if not count or count & _figures_ahead(mine, head):
        return False
    same = (h for h in owned if h != head and mine.words[h].stem == mine.words[head].stem)
    return any(count & _figures_ahead(mine, h) for h in same)


def _figures_ahead(reading: Reading, at: int) -> frozenset[float]:
    """The counts in the noun phrase that a word ends: *1.35 new Ilvo shares*."""
    phrase = range(max(0, at - _COUNTED), at)
    counts = (q for f in reading.facts for q in f.quantities if q.kind != "ordinal")
    return frozenset(q.value for q in counts if any(i in phrase for i in reading.inside(q.span)))


def _filed_from(article: Article, name: Name) -> bool:
    """Whether a story was filed from there: the court of that town is its country's too."""
    stories = (article.story, *article.references.values())
    datelines = (s.document.dateline for s in stories)
    return any(d is not None and d.place.casefold() == name.text.casefold() for d in datelines)


def _weighs(pairing: Pairing, head: int, other: int) -> bool:
    """Whether the thing is a body, or both sentences have a figure in common."""
    mine, theirs = pairing.mine, pairing.theirs
    if heads_org(mine.words[head].fold, mine.lang):
        return mine.words[head].stem == theirs.words[other].stem
    figures = [
        {(q.value, q.unit) for f in r.facts for q in f.quantities if q.kind != "ordinal"}
        for r in (mine, theirs)
    ]
    same = mine.words[head].stem == theirs.words[other].stem
    return same and not figures[0].isdisjoint(figures[1])


def _both_known(article: Article, mine: list[Name], theirs: list[Name]) -> bool:
    """Whether each text names the other one's owner too."""
    here = [n for s in article.story.segments for n in s.facts.names]
    there = [n for r in article.references.values() for s in r.segments for n in s.facts.names]
    return all(any(_same_text(n, k) for k in there) for n in mine) and any(
        _same_text(n, k) for n in theirs for k in here
    )


def _same_text(one: Name, other: Name) -> bool:
    if one.concept or other.concept:
        return one.concept == other.concept
    return bool(set(one.parts) & set(other.parts))


def _tied(article: Article, name: Name, stem: str) -> bool:
    """Whether a clause of some reference has the name near the thing."""
    for story in article.references.values():
        for segment in story.segments:
            near = [n for n in segment.facts.names if _one(n, name)]
            if not near or all(w.stem != stem for w in segment.facts.words):
                continue
            reading = read([segment.facts], story.lang)
            heads = [i for i, w in enumerate(reading.words) if w.stem == stem]
            for known in near:
                for i in reading.inside(known.span):
                    if any(
                        abs(i - h) <= _NEAR and reading.clauses[i] == reading.clauses[h]
                        for h in heads
                    ):
                        return True
    return False


def _mark(
    pair: Comparison, witness: Witness, mine: tuple[Name, int], theirs: tuple[Name, int]
) -> Mark:
    pairing = pair.pairings[witness.key]
    spans = []
    for reading, (name, head) in ((pairing.mine, mine), (pairing.theirs, theirs)):
        places = [*reading.inside(name.span), head]
        spans.append(reading.span(min(places), max(places) + 1))
    return Mark.against(pair.evidence(spans[0]), witness.evidence(spans[1]))
