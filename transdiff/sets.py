"""An article set: a folder whose ``set.toml`` names an article and its references."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from transdiff.errors import ConfigError, InputError, did_you_mean, plainly
from transdiff.files import read
from transdiff.language.detect import check_tag
from transdiff.model import Document, iso_date
from transdiff.pivot import sentences_of, with_pivot
from transdiff.toml_file import load_toml

NAME = "set.toml"


@dataclass(frozen=True, slots=True)
class Member:
    """One text of a set: where it is and what is known about it; ``lang`` None is detected.

    ``pivot`` is a ready translation of a foreign reference, one line for each of its sentences.
    """

    path: Path
    lang: str | None = None
    published: str = ""
    pivot: Path | None = None

    def read(self) -> Document:
        """Read the text with what the set says about it. Raises InputError."""
        document = read(self.path, lang=self.lang)
        if self.pivot:
            lines = sentences_of(read(self.pivot), document)
            document = with_pivot(document, lines, self.pivot.name)
        return replace(document, published=self.published) if self.published else document


@dataclass(frozen=True, slots=True)
class ArticleSet:
    """An article and its references by label."""

    article: Member
    references: Mapping[str, Member]

    def read(self, root: Path | None = None) -> tuple[Document, dict[str, Document]]:
        """Read every text; the article's id counts from *root*. Raises InputError."""
        article = portable(self.article.read(), self.article.path, root)
        return article, {
            label: portable(member.read(), member.path, root)
            for label, member in self.references.items()
        }

    def paths(self) -> tuple[Path, ...]:
        """The article's path, then those of its references and their pivots."""
        pivots = (member.pivot for member in self.references.values() if member.pivot)
        return (self.article.path, *(m.path for m in self.references.values()), *pivots)


def portable(document: Document, path: Path, root: Path | None) -> Document:
    """Give *document* names that mean the same on every machine.

    ``uri`` counts from the working directory, ``id`` from *root* (the folder of the
    configuration). A file outside of both that was given by an absolute path has its name for an
    id and no ``uri``: no path to it holds elsewhere.
    """
    root = root or Path()
    uri = _counted(path, Path()) or _counted(path, root)
    return replace(document, id=relative(path, root), uri=uri)


def relative(path: Path, folder: Path) -> str:
    """Return *path* as counted from *folder*, with ``/``; its name where that would be absolute."""
    return _counted(path, folder) or _readable(path.name)


def _readable(name: str) -> str:
    """Return *name* as text that every report can hold, also where its bytes are no UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _counted(path: Path, folder: Path) -> str:
    """*path* as counted from *folder*; empty where only an absolute path leads out of it."""
    try:
        counted = Path(os.path.relpath(path, folder))
    except ValueError:  # another drive
        return ""
    climbs = counted.parts[:1] == (os.pardir,)
    return "" if climbs and path.is_absolute() else _readable(counted.as_posix())


def is_set(path: Path) -> bool:
    """Whether *path* is a set's folder or its ``set.toml``."""
    return (path / NAME).is_file() or (path.name == NAME and path.is_file())


def load_set(path: Path) -> ArticleSet:
    """Load the set in the folder *path* (or at that ``set.toml``). Raises ConfigError."""
    file = path / NAME if path.is_dir() else path
    values = load_toml(file)
    _refuse_unknown(file, values, ("article", "lang", "published", "references"))
    references = values.get("references")
    if not isinstance(references, dict) or not references:
        raise ConfigError(f"{file.as_posix()}: no [references]")
    own = {"path": values.get("article", ""), **_known(values)}
    return ArticleSet(
        _member(file, "article", own),
        {label: _member(file, f"reference {label}", value) for label, value in references.items()},
    )


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: values[key] for key in ("lang", "published") if key in values}


def _member(file: Path, what: str, value: Any) -> Member:
    if isinstance(value, str):
        value = {"path": value}
    if not isinstance(value, dict) or not isinstance(value.get("path"), str) or not value["path"]:
        raise ConfigError(f"{file.as_posix()}: {what} has no path")
    _refuse_unknown(file, value, ("path", "lang", "published", "pivot"))
    published = value.get("published", "")
    lang, pivot = value.get("lang"), value.get("pivot")
    try:
        checked = msgspec.convert(lang, str | None)
        ready = msgspec.convert(pivot, str | None)
        return Member(
            file.parent / value["path"],
            check_tag(checked) if checked else None,
            iso_date(published),
            file.parent / ready if ready else None,
        )
    except (InputError, ConfigError, msgspec.ValidationError, TypeError) as error:
        raise ConfigError(f"{file.as_posix()}: {what}: {plainly(error)}") from None


def _refuse_unknown(file: Path, values: Mapping[str, Any], known: tuple[str, ...]) -> None:
    for key in values:
        if key not in known:
            raise ConfigError(f'{file.as_posix()}: unknown key "{key}"{did_you_mean(key, known)}')
