"""transdiff compares a translated news article with the wire stories it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from transdiff.errors import TransdiffError as TransdiffError
    from transdiff.facts import Span as Span
    from transdiff.files import load_report as load_report
    from transdiff.files import read as read
    from transdiff.files import read_all as read_all
    from transdiff.files import read_pairs as read_pairs
    from transdiff.model import Alignment as Alignment
    from transdiff.model import Document as Document
    from transdiff.model import Finding as Finding
    from transdiff.model import ParallelText as ParallelText
    from transdiff.model import Report as Report
    from transdiff.pipeline import align as align
    from transdiff.pipeline import compare as compare
    from transdiff.settings import Settings as Settings

_HOME = {
    "Alignment": "model",
    "Document": "model",
    "Finding": "model",
    "ParallelText": "model",
    "Report": "model",
    "Settings": "settings",
    "Span": "facts",
    "TransdiffError": "errors",
    "align": "pipeline",
    "compare": "pipeline",
    "load_report": "files",
    "read": "files",
    "read_all": "files",
    "read_pairs": "files",
}

__all__ = tuple(_HOME)


def __dir__() -> list[str]:
    """Name what there is for a user, for help and completion."""
    return sorted(__all__)


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``transdiff --help`` stays instant."""
    if name == "__version__":
        from importlib.metadata import version

        return version("transdiff")
    if name not in _HOME:
        raise AttributeError(f"module 'transdiff' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"transdiff.{_HOME[name]}"), name)
