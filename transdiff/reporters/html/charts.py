"""Inline SVG where looking beats reading: the sentence strip and the fidelity breakdown.

Colours come from classes in the style sheet, sizes from attributes: the page's policy allows no
inline style. Where a server's policy stops the style sheet too, nothing is painted.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from transdiff.reporters.html.context import Context

ROW, COLUMN = 12, 10
"""Height of a row in CSS pixels; width of a column in units of the drawing."""

WIDEST = 40
"""A column is at most this many CSS pixels wide."""


def strip(context: Context) -> Markup:
    """One column for each sentence: its status, then one row for each source that supports it."""
    sentences = context.report.sentences
    labels = [(key, label) for key, label in context.labels.items() if key is not None]
    width, height = COLUMN * max(1, len(sentences)), ROW * (len(labels) + 1)
    cells = [_cells((s.status.value for s in sentences), 0)]
    for n, (key, label) in enumerate(labels, 1):
        backed = [any(x.reference == key for x in s.supports) for s in sentences]
        cells.append(_cells((label.accent if on else "" for on in backed), ROW * n))
    return Markup(
        '<svg class="strip" viewBox="0 0 {} {}" width="{}" height="{}" '
        'preserveAspectRatio="none" fill="none" aria-hidden="true">'
        '{}<rect class="here" x="-20" y="0" width="{}" height="{}"/></svg>'
    ).format(
        width,
        height,
        WIDEST * max(1, len(sentences)),
        height,
        Markup("").join(cells),
        COLUMN,
        height,
    )


def _cells(classes: Iterable[str], y: int) -> Markup:
    """A rectangle of its class for each cell; an empty class draws nothing."""
    return Markup("").join(
        Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
            name, f"{COLUMN * i + 0.5:g}", y + 1, COLUMN - 1, ROW - 2
        )
        for i, name in enumerate(classes)
        if name
    )


def bar(points: float, most: float) -> Markup:
    """A bar for *points* on a scale whose end is *most*."""
    width = 0.0 if most <= 0 else round(100 * max(0.0, points) / most, 1)
    return Markup(
        '<svg class="bar" viewBox="0 0 100 6" width="100" height="6" '
        'preserveAspectRatio="none" fill="none" aria-hidden="true">'
        '<rect width="100" height="6"/><rect class="on" width="{}" height="6"/></svg>'
    ).format(f"{width:g}")
