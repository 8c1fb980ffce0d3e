"""The ``@rule`` decorator: one function in one file, whose docstring is its manual and its tests.

A rule reads a :class:`~transdiff.comparison.Comparison` (one article sentence beside its
witnesses) or, with ``scope="article"``, the whole :class:`~transdiff.comparison.Article`, and
yields a :class:`Mark` for each divergence. Its keyword-only parameters are its options: their
name, type and default are the config keys. The pipeline stamps name, severity and fingerprint.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from transdiff.facts import Span
from transdiff.model import Evidence, Severity

Scope = Literal["pair", "article"]
Check = Callable[..., Iterable["Mark"]]

CATEGORIES: Mapping[str, tuple[str, str]] = {
    "number": ("accuracy/mistranslation", "numbers"),
    "scale": ("accuracy/mistranslation", "numbers"),
    "approx": ("accuracy/mistranslation", "numbers"),
    "unit": ("accuracy/mistranslation", "locale-specific-content"),
    "date": ("accuracy/mistranslation", "locale-specific-content"),
    "comparison": ("accuracy/mistranslation", "mistranslation"),
    "title": ("accuracy/mistranslation", "inconsistent-entities"),
    "name": ("accuracy/mistranslation", "inconsistent-entities"),
    "org": ("terminology/wrong term", "terminology"),
    "place": ("terminology/inconsistent with resource", "terminology"),
    "consistency": ("terminology/inconsistent use", "inconsistency"),
    "quote_altered": ("accuracy/mistranslation", "mistranslation"),
    "quote_promoted": ("accuracy/addition", "addition"),
    "quote_truncated": ("accuracy/omission", "omission"),
    "speaker": ("accuracy/mistranslation", "inconsistent-entities"),
    "attribution_verb": ("accuracy/mistranslation", "mistranslation"),
    "attribution_source": ("accuracy/omission", "omission"),
    "hedge": ("accuracy/mistranslation", "mistranslation"),
    "negation": ("accuracy/mistranslation", "mistranslation"),
    "condition": ("accuracy/mistranslation", "mistranslation"),
    "agency": ("accuracy/mistranslation", "mistranslation"),
    "tense": ("accuracy/mistranslation", "mistranslation"),
    "headline": ("accuracy/mistranslation", "mistranslation"),
    "loaded_term": ("terminology/inconsistent with resource", "terminology"),
    "term": ("terminology/wrong term", "terminology"),
    "mt_artefact": ("style/unidiomatic", "style"),
    "omission": ("accuracy/omission", "omission"),
    "addition": ("accuracy/addition", "addition"),
    "lead_order": ("style/organizational", "style"),
    "residue": ("accuracy/addition", "addition"),
    "untranslated": ("accuracy/untranslated", "untranslated"),
    "unicode": ("linguistic conventions/character encoding", "characters"),
}
"""The 32 categories with their MQM 2.0 and ITS 2.0 types."""

GROUPS = ("coverage", "facts", "meaning", "quotes", "names", "wording", "page")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule yields: a place in the article, what is wrong with it, and the evidence.

    ``span`` is empty at the place where something is missing. ``severity`` overrides the rule's
    default for this mark. ``typed`` is false for a mark that no typed fact backs: it stays minor.
    ``sure`` is true where the other side has nothing left that could say the same in other words:
    there trust has nothing to weigh.
    """

    span: Span
    message: str
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None
    confidence: float = 1.0
    suggestion: str = ""
    typed: bool = True
    sure: bool = False

    @classmethod
    def against(
        cls,
        mine: Evidence,
        theirs: Evidence,
        severity: Severity | None = None,
        *,
        place: str = "article",
        sure: bool = False,
    ) -> Mark:
        """Mark *mine*, words of the article, against *theirs*, what a reference says instead.

        *place* is where the words stand: ``headline``, ``quotation in article``.
        """
        message = f'{place} "{mine.quote}" · {theirs.reference} "{theirs.quote}"'
        return cls(mine.span, message, (theirs,), severity, sure=sure)


@dataclass(frozen=True, slots=True)
class Example:
    """A couple from a rule's docstring: texts by role, ``[[…]]`` marking what is flagged.

    ``references`` and ``translation`` are (language, text); several references are several
    witnesses. ``options`` are those of ``Allowed with NAME=VALUE:``.
    """

    flagged: bool
    references: tuple[tuple[str, str], ...]
    translation: tuple[str, str]
    options: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the program knows it; calling it runs the check."""

    name: str
    group: str
    category: str
    severity: Severity
    scope: Scope
    check: Check
    summary: str
    manual: str
    examples: tuple[Example, ...]
    options: Mapping[str, Any]
    residual: bool = False

    @property
    def mqm(self) -> str:
        """The MQM 2.0 error type."""
        return CATEGORIES[self.category][0]

    @property
    def its(self) -> str:
        """The ITS 2.0 localization quality issue type."""
        return CATEGORIES[self.category][1]

    def __call__(self, subject: Any, **options: object) -> Iterable[Mark]:
        """Run the check on a Comparison or, by ``scope``, an Article."""
        return self.check(subject, **options)


def rule(
    *,
    group: str,
    category: str,
    severity: Literal["neutral", "minor", "major", "critical"],
    scope: Scope = "pair",
    residual: bool = False,
) -> Callable[[Check], Rule]:
    """Declare a function as the rule of the same name (``number_value`` is ``number-value``).

    A *residual* rule explains wording that no typed fact explains: where another rule has spoken
    about the same words, it is not heard.
    """

    def declare(check: Check) -> Rule:
        doc = inspect.getdoc(check) or ""
        if category not in CATEGORIES or group not in GROUPS:
            raise ValueError(f"{check.__name__}: unknown group or category {group}/{category}")
        return Rule(
            name=check.__name__.replace("_", "-"),
            group=group,
            category=category,
            severity=Severity(severity),
            scope=scope,
            check=check,
            summary=doc.partition("\n")[0].strip(),
            manual=doc,
            examples=tuple(_examples(doc)),
            options={
                p.name: p.default
                for p in inspect.signature(check).parameters.values()
                if p.kind is inspect.Parameter.KEYWORD_ONLY
            },
            residual=residual,
        )

    return declare


_HEADER = re.compile(r"(Flagged|Allowed)(?: with (.+?))?:$")
_LINE = re.compile(r"(reference|translation)(?:\[([a-zA-Z-]+)\])?:\s?(.*)$")


def _examples(doc: str) -> Iterable[Example]:
    """Parse the couples of a docstring; a blank line or a new header ends a couple."""
    flagged = False
    options: dict[str, object] = {}
    references: list[tuple[str, str]] = []
    translation: tuple[str, str] | None = None
    for raw in [*doc.splitlines(), "Allowed:"]:
        line = raw.strip()
        header, match = _HEADER.match(line), _LINE.match(line)
        if (header or not line) and translation is not None:
            yield Example(flagged, tuple(references), translation, options)
            references, translation = [], None
        if header:
            flagged, options = header[1] == "Flagged", _options(header[2] or "")
        elif match and match[1] == "reference":
            references.append((match[2] or "en", match[3].replace("\\n", "\n")))
        elif match:
            translation = (match[2] or "en", match[3].replace("\\n", "\n"))


def _options(text: str) -> dict[str, object]:
    """Parse ``a=1, b=0.5, c=word`` into values of the plainest type."""
    found: dict[str, object] = {}
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, _, value = part.partition("=")
        try:
            found[name] = float(value) if "." in value else int(value)
        except ValueError:
            found[name] = {"true": True, "false": False}.get(value, value)
    return found
