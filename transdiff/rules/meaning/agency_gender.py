"""Rule ``agency-gender``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Word
from transdiff.language.gender import OTHER, comparable, gendered, kin_at
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading, read
from transdiff.language.relations import relations
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.layouts import closest


@rule(group="meaning", category="agency", severity="major")
def agency_gender(pair: Comparison) -> Iterator[Mark]:
    """Report a man where every aligned reference has a woman, or a woman where it has a man.

    A pronoun or a word for a person that turns *her* into *him* makes somebody else of the one who
    acts. Reported is the first word of a gender that the linked sentences do not have at all, where
    they have only the other one; one that stands between the same words as its opposite; or the one
    that differs among as many pronouns in the same order.

    Flagged:
        reference: The minister said she would not resign.
        translation: The minister said [[he]] would not resign.

        reference: A woman was pulled alive from the rubble on Tuesday.
        translation: A [[man]] was pulled alive from the rubble on Tuesday.

        reference: He told his sister that he would come home on Friday.
        translation: He told his [[brother]] that he would come home on Friday.

        reference: She hoped that her father would lend her the car, and he did.
        translation: She hoped that [[his]] father would lend her the car, and he did.

        reference[ru]: Женщина погибла при пожаре в Казани.
        translation: A [[man]] died in a fire in Kazan.

        reference[de]: Das Bild geht an die Enkelin des Sammlers, die in Haifa lebt.
        translation: The picture goes to the collector's [[grandson]], who lives in Haifa.

        reference[fr]: Une femme a été blessée dans l'accident.
        translation[fr]: Un [[homme]] a été blessé dans l'accident.

    Allowed:
        reference: The minister said she would not resign.
        translation: The minister said that she had no intention of resigning.

        reference: The club has more women than men among its members.
        translation: The club has fewer men than women among its members.

        reference: He met his wife in Paris. She was a nurse.
        translation: He met his wife, a nurse, in Paris.

        reference: The president said his mother had taught him to fight.
        translation: The president said that he had learned to fight from his mother.

        reference: The spokeswoman declined to comment.
        translation: The spokesperson declined to comment.

        reference: They got the house from a great-aunt, the daughter of a sealer.
        translation: They got the house from a great-aunt whose father was a sealer.

        reference[de]: Das Bild geht an die Enkelin des Sammlers, Miriam Adler aus Haifa.
        translation: The picture goes to Miriam Adler of Haifa, whose grandfather owned it.

        reference: Yanukovych's daughter said that her father was ill.
        translation: Her father was ill, said the daughter of Yanukovych.
    """
    mine = gendered(pair.reading)
    if not mine or not pair.witnesses:
        return
    reported = set()
    for witness in pair.witnesses:
        theirs = gendered(witness.reading)
        for kind, gender in sorted(mine):
            other = (kind, OTHER[gender])
            only = other in theirs and other not in mine and (kind, gender) not in theirs
            only = only and not _said_around(pair, kind, gender)
            only = only and _same_but_for_gender(
                pair, witness, mine[kind, gender][0], theirs[other][0]
            )
            if only and kind not in reported and not _uneven(pair.segment, witness):
                reported.add(kind)
                yield _mark(pair, witness, mine[kind, gender][0], theirs[other][0])
    if not reported:
        yield from _swapped(pair)


def _said_around(pair: Comparison, kind: str, gender: str) -> bool:
    """Whether a reference has a word of the kind and gender beside what is linked."""
    around = (read([s.facts], w.lang) for w in pair.witnesses for s in w.around)
    return any(_has(gendered(reading), kind, gender) for reading in around)


def _same_but_for_gender(pair: Comparison, witness: Witness, mine: int, theirs: int) -> bool:
    """Whether the words are the same person's word.

    Across languages of two words for kin only the relation tells: *whose grandfather*, *Enkelin*.
    """
    if witness.lang == pair.lang:
        here = pair.segment.facts.words[mine].fold
        there = witness.reading.words[theirs].fold
        return comparable(here, there, pair.lang)
    kin = kin_at(pair.reading, mine), kin_at(witness.reading, theirs)
    return not all(kin) or kin[0] == kin[1]


def _has(found: Mapping[tuple[str, str], list[int]], kind: str, gender: str) -> bool:
    """Whether a text has words of a kind and gender; a pronoun may stand for a person's word."""
    return (kind, gender) in found or (kind == "pronouns" and ("persons", gender) in found)


def _uneven(segment: Segment, witness: Witness) -> bool:
    """Whether one side says much more than the other and may speak of more people."""
    sizes = sorted((len(segment.facts.words), len(witness.reading.words)))
    return sizes[1] > 2 * sizes[0]


def _swapped(pair: Comparison) -> Iterator[Mark]:
    """Yield the word whose opposite stands between the same words of a close reference."""
    found = closest(pair)
    if found is None:
        return
    witness, layout = found
    mine, theirs = gendered(layout.mine), gendered(layout.theirs)
    if mine.keys() == theirs.keys() and (relations(layout.mine) or relations(layout.theirs)):
        return  # "fewer women than men": the one is compared with the other
    kinds = {i: key for key, indices in mine.items() for i in indices}
    others = {j: key for key, indices in theirs.items() for j in indices}
    for slot in layout.slots:
        if len(slot.mine) == len(slot.theirs) == 1:
            here, there = kinds.get(slot.mine[0]), others.get(slot.theirs[0])
            if here and there and here[0] == there[0] and here[1] != there[1]:
                yield _mark(pair, witness, slot.mine[0], slot.theirs[0])
                return
    yield from _one_turned(pair, witness, mine, theirs)


def _one_turned(
    pair: Comparison,
    witness: Witness,
    mine: Mapping[tuple[str, str], list[int]],
    theirs: Mapping[tuple[str, str], list[int]],
) -> Iterator[Mark]:
    """Yield the pronoun that turned, where both texts have as many and all others agree."""
    here, there = _pronouns(mine), _pronouns(theirs)
    turned = [(i, j) for (i, a), (j, b) in zip(here, there, strict=False) if a != b]
    if len(here) != len(there) or len(turned) != 1:
        return
    i, j = turned[0]
    words = pair.reading.words[i], witness.reading.words[j]
    if witness.lang != pair.lang or _in_one_case(*words, pair.lang):
        yield _mark(pair, witness, i, j)


def _in_one_case(mine: Word, theirs: Word, lang: str) -> bool:
    """Whether both pronouns are subjects or both are none: *he* may be *she*, but no *her*."""
    subjects = {load_pack(lang).words("gender", f"pronouns_{sex}")[:1] for sex in "mf"}
    return ((mine.fold,) in subjects) == ((theirs.fold,) in subjects)


def _pronouns(found: Mapping[tuple[str, str], list[int]]) -> list[tuple[int, str]]:
    """The indices of the pronouns with their gender, in order."""
    genders = ((gender, indices) for (kind, gender), indices in found.items() if kind == "pronouns")
    return sorted((i, gender) for gender, indices in genders for i in indices)


def _mark(pair: Comparison, witness: Witness, index: int, other: int) -> Mark:
    mine: Reading = pair.pairings[witness.key].mine
    theirs = witness.evidence(witness.reading.words[other].span)
    return Mark.against(pair.evidence(mine.words[index].span), theirs)
