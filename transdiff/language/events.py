"""Events: the shared names of what happens, and which of them exclude each other.

The packs list under ``[events.classes]`` the words of a language for each name, so that *verify*
and *подтвердить* are one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import tomli

from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word, stem_word


@dataclass(frozen=True)
class Oppositions:
    """For each event, those that exclude it (``opposites``), among them those that answer the same
    question with yes and no (``polar``), other ``stages`` of one deed, and those that it falls
    ``short_of``. ``outcomes`` are the events that a headline reports once they have happened,
    ``denied`` what an event says that is denied, ``undone`` what is left where it does not happen,
    ``unanswered`` the answers that silence is not, ``uncommented`` those that no comment is not,
    ``open`` what leaves its matter open where it is denied, ``withheld`` what else is no plain no,
    ``rivals`` what may be put for each other in a headline, ``vague`` the events that two languages
    too easily share.
    """

    opposites: Mapping[str, frozenset[str]]
    polar: Mapping[str, frozenset[str]]
    stages: Mapping[str, frozenset[str]]
    short_of: Mapping[str, frozenset[str]]
    rivals: Mapping[str, frozenset[str]]
    converse: Mapping[str, frozenset[str]]
    denied: Mapping[str, frozenset[str]]
    undone: Mapping[str, frozenset[str]]
    outcomes: frozenset[str]
    unanswered: frozenset[str]
    uncommented: frozenset[str]
    open: frozenset[str]
    withheld: frozenset[str]
    vague: frozenset[str]

    def exclude(self, here: Iterable[str], there: Set[str]) -> bool:
        """Whether any event of the one side is the opposite of one of the other."""
        return any(not there.isdisjoint(self.opposites.get(event, ())) for event in here)


@lru_cache(maxsize=1)
def oppositions() -> Oppositions:
    """Return the table of events that exclude each other."""
    file = resources.files("transdiff.language") / "events.toml"
    data = tomli.loads(file.read_text(encoding="utf-8"))
    both = {
        k: [*data[k], *(pair[::-1] for pair in data[k])]
        for k in ("opposites", "polar", "stages", "rivals", "converse")
    }
    return Oppositions(
        opposites=_table(both["opposites"]),
        polar=_table(both["polar"]),
        stages=_table(both["stages"]),
        short_of=_table(data["short_of"]),
        denied=_table(data["denied"]),
        undone=_table(data["undone"]),
        rivals=_table(both["rivals"]),
        converse=_table(both["converse"]),
        outcomes=frozenset(data["outcomes"]),
        unanswered=frozenset(data["unanswered"]),
        uncommented=frozenset(data["uncommented"]),
        open=frozenset(data["open"]),
        withheld=frozenset(data["withheld"]),
        vague=frozenset(data["vague"]),
    )


def _table(pairs: list[list[str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for left, right in pairs:
        found[left] = found.get(left, frozenset()) | {right}
    return found


@lru_cache(maxsize=64)
def irregular_forms(lang: str) -> Mapping[str, str]:
    """Map the irregular past forms of *lang* to the stem of their base form.

    A verb made from one of them with a prefix has the same forms: *nehmen nahm genommen* gives
    *annahm*, *angenommen* and *vernommen*.
    """
    pack = load_pack(lang)
    lines = [[fold_word(w) for w in x.split()] for x in pack.words("tense", "irregular")]
    infix = pack.section("tense").get("infix", "")
    found = {}
    for prefix in pack.words("tense", "irregular_prefixes"):
        for base, *forms in lines:
            made = {prefix + f for form in forms for f in (form, form.removeprefix(infix))}
            found.update(dict.fromkeys(made, stem_word(prefix + base, lang)))
    for base, *forms in lines:
        found.update(dict.fromkeys(forms, stem_word(base, lang)))
    return found
