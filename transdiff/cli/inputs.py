"""From the arguments of a command to documents: labels, sets, standard input, portable paths."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.cli.pivots import NO_PIVOTS, Pivots
from transdiff.errors import ConfigError, InputError

if TYPE_CHECKING:
    from transdiff.config import Config
    from transdiff.model import Document

STDIN = "-"


@dataclass(frozen=True)
class Inputs:
    """An article and its references by label, read, and the files that they were read from.

    ``lang`` is the language that a set states for its article.
    """

    article: Document
    references: Mapping[str, Document]
    paths: tuple[Path, ...] = ()
    lang: str | None = None


def read_inputs(
    article: str,
    references: Sequence[str],
    named: Sequence[str],
    *,
    config: Config,
    pivots: Pivots = NO_PIVOTS,
    reader: str = "",
) -> Inputs:
    """Read *article* with its references, and give the foreign ones the *pivots* asked for.

    *reader* names how texts are read that are given by path, not by a set.
    Raises InputError or ConfigError.
    """
    found = _read_inputs(article, references, named, config=config, reader=reader)
    return replace(found, references=pivots.given_to(found.references, found.article.lang))


def _read_inputs(
    article: str,
    references: Sequence[str],
    named: Sequence[str],
    *,
    config: Config,
    reader: str = "",
) -> Inputs:
    """Read *article* with its positional *references* and the *named* ones (``NAME=PATH``).

    A set's folder stands for an article with its references, and so does a translation memory, an
    XLIFF file or a table. Ids are paths relative to the folder of *config*. Raises InputError or
    ConfigError.
    """
    from transdiff import sets

    lang, root = config.settings.lang, config.root
    if article != STDIN and sets.is_set(Path(article)) and not references and not named:
        if reader:
            raise ConfigError(f"{article}: --reader is for texts given by path, not for a set")
        members = sets.load_set(Path(article))
        stated = members.article.lang
        own = replace(members.article, lang=config.lang_of(stated))
        return Inputs(*replace(members, article=own).read(root), members.paths(), stated)
    sources = labelled(references, named)
    if not sources and article != STDIN and (both := _both_sides(article, lang, root)):
        return both
    if not sources:
        raise InputError(f"no reference to compare {article} with (give paths, or -r NAME=PATH)")
    if [article, *sources.values()].count(STDIN) > 1:
        raise InputError("only one input can be standard input")
    documents = {label: read_one(path, root=root, reader=reader) for label, path in sources.items()}
    paths = tuple(path_of(given) for given in (article, *sources.values()) if given != STDIN)
    return Inputs(read_one(article, lang=lang, root=root, reader=reader), documents, paths)


def _both_sides(article: str, lang: str | None, root: Path | None) -> Inputs | None:
    """Read a file that holds an article beside its references; None for any other."""
    from transdiff import files
    from transdiff.sets import portable

    pair = files.read_pair(article, lang=lang)
    if pair is None:
        return None
    references = {
        label: portable(document, Path(f"{article}@{label}"), root)
        for label, document in pair.references.items()
    }
    read = portable(pair.article, Path(article), root)
    return Inputs(read, references, (path_of(article),))


def path_of(given: str) -> Path:
    """Return the file that *given* is read from: ``feed.xml`` for ``feed.xml#2``."""
    from transdiff.files import file_of

    return file_of(Path(given))


def labelled(references: Sequence[str], named: Sequence[str]) -> dict[str, str]:
    """Return the path of every reference by label. Raises ConfigError for two equal labels.

    The label is the NAME of ``NAME=PATH``, else the last dotted part of the file's stem:
    ``tass`` for ``reference.tass.txt`` and ``tass.txt``.
    """
    pairs = [(label_of(path), path) for path in references]
    for given in named:
        name, equals, path = given.partition("=")
        pairs.append((name, path) if equals else (label_of(given), given))
    found: dict[str, str] = {}
    for label, path in pairs:
        if not label or not path:
            raise ConfigError(f'"{label}={path}": expected NAME=PATH')
        if label in found:
            raise ConfigError(
                f'two references are called "{label}": {found[label]}, {path} (name them with -r)'
            )
        found[label] = path
    return found


def label_of(path: str) -> str:
    """Return the label that a reference has unless it is given one."""
    if path == STDIN:
        return "stdin"
    stem = Path(path).stem
    return stem.rpartition(".")[2] or stem


def read_one(
    path: str, *, lang: str | None = None, root: Path | None = None, reader: str = ""
) -> Document:
    """Read the document at *path*, or standard input for ``-``. Raises InputError."""
    from transdiff import files
    from transdiff.sets import is_set, portable

    if path == STDIN:
        return files.read_stream(sys.stdin.buffer.read(), lang=lang, reader=reader)
    if is_set(Path(path)):
        raise InputError(f"{path}: a set, not a text; compare it alone, or name a text in it")
    return portable(files.read(path, lang=lang, reader=reader), Path(path), root)
