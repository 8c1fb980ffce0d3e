"""Rule ``name-variant-unknown``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.names.known import is_copied
from transdiff.rules.names.misspelled import is_other_person, slips
from transdiff.rules.names.slots import strangers

_BARE = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


@rule(group="names", category="name", severity="minor")
def name_variant_unknown(pair: Comparison) -> Iterator[Mark]:
    """Report a name spelled nearly as in the references, in a way that no transliteration explains.

    Policies of transliteration (*-sky, -skyy, -skij*; *Shch, Schtsch, Chtch*; *Pashinyan,
    Pashinian*; Vietnamese without its marks; *Joerg* for *Jörg*) are one name. A letter more or
    less that none of them explains is a slip, or another person; a surname with other consonants
    behind the same first name, or behind another one, is rather another one's, and major, and so is
    one that begins with another sound (*Asmussen*, *Rasmussen*).

    Flagged:
        reference: Irina Marchetova won the race.
        translation: [[Irina Marchekova]] won the race.

        reference: The award went to Tomas Berglund.
        translation: The award went to [[Tomas Bergland]].

        reference[ru]: Гонку выиграла Ирина Марчетова.
        translation: The race was won by [[Irina Marchekova]].

        reference: The baker, Anna Brenner, saw the smoke first.
        translation: It was the baker, [[Anna Brennan]], who saw the smoke first.

        reference: The slope above Arnau has moved since May, geologist Martin Feld said.
        translation: Since May the slope over Arnau has shifted, said geologist [[Marvin Fells]].

        reference: The museum's director, Henrik Andersen, put the damage at a million.
        translation: The damage is a million, said the museum's director, [[Henrik Sandersen]].

        reference: Haruka Katanami came first.
        translation: [[Haruka Kanatami]] came first.

        reference: The midfielder Pedro Callan was injured on Friday.
        translation: The midfielder [[Pedro Calan]] was injured on Friday.

    Allowed:
        reference[de]: Nach Informationen der Hanseatischen Zeitung ist der Verkauf beschlossen.
        translation: The Hanseatische Zeitung reported that the sale had been decided.

        reference: President Volodymyr Zelensky spoke.
        translation: President Volodymyr Zelenskyy spoke.

        reference[ru]: Егор Щербаков подписал договор.
        translation: Yegor Shcherbakov signed the contract.

        reference[ru]: Егор Щербаков подписал договор.
        translation[de]: Jegor Schtscherbakow unterschrieb den Vertrag.

        reference[vi]: Ông Trần Đức Thảo phát biểu.
        translation: Tran Duc Thao spoke.

        reference[hy]: Նիկոլ Փաշինյանը հանդիպեց նախագահին։
        translation: Nikol Pashinian met the president.

        reference[de]: Jörg Weißhaar gewann.
        translation: Joerg Weisshaar won.

        reference: Marchetova won the race; Marchekova was second.
        translation: Marchekova came second.

    Allowed:
        reference[de]: Ein Streik sei verkraftbar, sagte der Ökonom Peter Lautenbach.
        translation[de]: Nach Einschätzung des Ökonomen Peter Lautenbach ist das verkraftbar.

    A German umlaut is kept or written with an e; the bare vowel is a slip:

    Flagged:
        reference[de]: Jörg Weißhaar gewann.
        translation: [[Jorg Weisshaar]] won.
    """
    yield from _bare_umlauts(pair)
    near = [(s.mine, s.theirs, s.key) for s in pair.once(strangers) if s.near]
    spans = [mine.span for mine, _, _ in near]
    near += [s for s in slips(pair) if not any(s.mine.span.overlaps(span) for span in spans)]
    for mine, theirs, key in near:
        evidence = pair.whole.reference_evidence(key, theirs.span, value=theirs.skeleton)
        lang = pair.whole.references[key].lang
        same = pair.lang == lang or is_copied(pair.lang, lang)
        other = same and is_other_person(mine, theirs, pair.lang)
        severity = Severity.MAJOR if other else None
        yield Mark.against(pair.evidence(mine.span), evidence, severity)


def _bare_umlauts(pair: Comparison) -> Iterator[Mark]:
    """A German name whose umlaut lost its dots and got no e."""
    for witness in (w for w in pair.witnesses if w.lang == "de" and pair.lang != "de"):
        known = {w.fold for segment in witness.segments for w in segment.facts.words}
        marked = {
            bare: name
            for segment in witness.segments
            for name in segment.facts.names
            for word in name.text.split()
            if (bare := word.casefold().translate(_BARE)) != word.casefold().replace("ß", "ss")
        }
        for mine in pair.segment.facts.names:
            lost = next((w for w in mine.text.casefold().split() if w in marked), None)
            if lost and lost not in known and not mine.concept:
                evidence = witness.evidence(marked[lost].span)
                yield Mark.against(pair.evidence(mine.span), evidence)
