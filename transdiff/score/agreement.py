"""How far two texts agree: losses from 0 (equal) to about 1, each named for what it measures.

Each loss is zero for equal texts and grows with the difference, so that a weighted sum with
weights that are not negative is zero for equal texts and monotone in what differs. Losses are
rates, not counts: twice the text with twice the errors loses about the same. ``missing`` is what
the article lacks of the reference, ``added`` what it has beyond it. Across languages only facts can
be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transdiff.score import content, form, grammar, meaning, wording
from transdiff.score.bags import lacking
from transdiff.score.words import Text

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "wording": (*content.NAMES, *wording.NAMES),
    "meaning": meaning.NAMES,
    "grammar": grammar.NAMES,
    "form": form.NAMES,
    "facts": (
        "figures-missing",
        "figures-added",
        "concepts-missing",
        "names-missing",
        "gender",
    ),
}
"""The losses by section of ``weights.toml``."""


def losses(article: Text, reference: Text) -> dict[str, float]:
    """Return the loss of *article* against *reference* by name; all are zero for equal texts."""
    if article.lang != reference.lang:
        return dict(_facts(article, reference))
    return {
        **dict(content.losses(article, reference)),
        **dict(wording.losses(article, reference)),
        **dict(meaning.losses(article, reference)),
        **dict(grammar.losses(article, reference)),
        **dict(form.losses(article, reference)),
        **dict(_facts(article, reference)),
        **dict(_persons(article, reference)),
    }


def _facts(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Figures and concepts, which are the same in every language."""
    yield "figures-missing", lacking(reference.figures, article.figures)
    yield "figures-added", lacking(article.figures, reference.figures)
    yield "concepts-missing", lacking(reference.concepts, article.concepts)


def _persons(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Names, and words that say whether a man or a woman is meant, in one language."""
    yield "names-missing", lacking(reference.names, article.names)
    yield "gender", float(article.genders != reference.genders)
