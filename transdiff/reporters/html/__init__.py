"""The HTML report: one file that an editor can be sent. No network, complete without JavaScript.

``render`` is a pure function of the report: the same report gives the same bytes. The templates
(``templates/*.j2``), ``report.css`` and ``report.js`` are inlined; a content security policy allows
exactly these two and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from transdiff.model import Report
from transdiff.reporters.html.context import Context
from transdiff.reporters.html.index import summaries
from transdiff.reporters.html.inline import plain
from transdiff.reporters.html.view import page


def render(report: Report, *, explanations: Mapping[str, str] | None = None) -> str:
    """Return *report* as one HTML file; *explanations* are the manual pages of rules by name."""
    template = _environment().get_template("report.html.j2")
    values = page(Context(report, explanations or {}))
    return template.render(page=values, style=_asset("report.css"), script=_asset("report.js"))


def render_index(
    reports: Iterable[Report], names: Sequence[str], failures: Sequence[tuple[str, str]] = ()
) -> str:
    """Return the ``index.html`` of a batch; *names* are the files of *reports*, beside it.

    *failures* are what could not be compared, each with the reason.
    """
    rows = summaries(reports, names)
    return (
        _environment()
        .get_template("index.html.j2")
        .render(
            rows=rows,
            gated=any(r.gate for r in rows),
            known=any(r.known for r in rows),
            dated=any(r.date for r in rows),
            published=any(r.outlet for r in rows),
            failures=[(plain(id), plain(why)) for id, why in failures],
            apart=sum(bool(r.unreliable) for r in rows),
            failed=sum(r.gate == "failed" for r in rows),
            failing=sum(bool(r.critical or r.major) for r in rows),
            style=_asset("report.css"),
            script=_asset("index.js"),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    """Return the template environment: everything is escaped, an unknown name is an error."""
    return Environment(
        loader=PackageLoader("transdiff.reporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Asset:
    """A style sheet or script of this package with the hash that lets the page use it."""

    def __init__(self, text: str) -> None:
        self.text = Markup(text)
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        self.hash = f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=8)
def _asset(name: str) -> _Asset:
    """Return the asset *name* as it is inlined."""
    file = resources.files("transdiff.reporters.html") / name
    return _Asset(file.read_text(encoding="utf-8"))
