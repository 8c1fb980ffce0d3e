"""Pivots from the command line: ready translations, or a program that translates.

``--pivot-command`` runs any local translation engine: it reads lines of JSON
``{"id", "text", "source_lang", "target_lang"}`` and writes ``{"id", "text"}`` for each, in any
order.
"""

from __future__ import annotations

import json
import shlex
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.errors import ConfigError, InputError
from transdiff.model import primary

if TYPE_CHECKING:
    from transdiff.model import Document


@dataclass(frozen=True)
class Pivots:
    """What ``--pivot NAME=PATH`` and ``--pivot-command`` ask for."""

    named: tuple[str, ...] = ()
    command: str = ""

    def given_to(self, references: Mapping[str, Document], lang: str) -> dict[str, Document]:
        """Return *references*, the foreign ones with pivots in *lang*.

        Raises ConfigError for a pivot of no reference, InputError for one that cannot be had.
        """
        done = dict(references)
        for given in self.named:
            name, equals, path = given.partition("=")
            if not equals or name not in references:
                known = ", ".join(sorted(references))
                raise ConfigError(f"--pivot {given}: expected NAME=PATH, NAME one of {known}")
            done[name] = _read(references[name], path)
        if self.command:
            missing = {k: d for k, d in done.items() if not d.pivot and _foreign(d, lang)}
            done |= _translated(missing, lang, self.command)
        return done

    def files(self) -> Iterator[Path]:
        """Yield the files of ready translations."""
        return (Path(given.partition("=")[2]) for given in self.named)


NO_PIVOTS = Pivots()


def _foreign(document: Document, lang: str) -> bool:
    return primary(document.lang) != primary(lang)


def _read(document: Document, path: str) -> Document:
    from transdiff import files
    from transdiff.pivot import sentences_of, with_pivot

    return with_pivot(document, sentences_of(files.read(path), document), path)


def _translated(documents: Mapping[str, Document], lang: str, command: str) -> dict[str, Document]:
    """Let *command* translate every segment of *documents* in one run."""
    from transdiff.pivot import with_pivot
    from transdiff.segment import segment

    asked = {
        f"{key}:{n}": (part.text, document.lang)
        for key, document in documents.items()
        for n, part in enumerate(segment(document))
    }
    if not asked:
        return {}
    answers = _run(command, asked, lang)
    return {
        key: with_pivot(
            document,
            [answers[f"{key}:{n}"] for n, _ in enumerate(segment(document))],
            f"--pivot-command {command}",
        )
        for key, document in documents.items()
    }


def _run(command: str, asked: Mapping[str, tuple[str, str]], lang: str) -> dict[str, str]:
    lines = [
        json.dumps(
            {"id": id, "text": text, "source_lang": source, "target_lang": lang},
            ensure_ascii=False,
        )
        for id, (text, source) in asked.items()
    ]
    try:
        done = subprocess.run(
            shlex.split(command),
            input="\n".join(lines).encode() + b"\n",
            stdout=subprocess.PIPE,
            check=True,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(f"--pivot-command {command}: {reason}; check the command") from None
    except subprocess.CalledProcessError as error:
        raise InputError(f"--pivot-command {command}: exit code {error.returncode}") from None
    answers = _answers(command, done.stdout)
    if lost := sorted(asked.keys() - answers.keys()):
        raise InputError(f'--pivot-command {command}: no translation of "{lost[0]}"')
    return answers


def _answers(command: str, output: bytes) -> dict[str, str]:
    found = {}
    for number, line in enumerate(output.splitlines(), 1):
        try:
            row = json.loads(line)
            found[str(row["id"])] = str(row["text"])
        except (ValueError, KeyError, TypeError):
            raise InputError(
                f'--pivot-command {command}: line {number} of its output is not {{"id", "text"}}'
            ) from None
    return found
