"""``transdiff archive add STORE FILE…`` and ``archive find STORE ARTICLE``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command, fail
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit
from transdiff.errors import ConfigError, ExitCode, InputError

if TYPE_CHECKING:
    from transdiff.archive.find import Hit

app = typer.Typer(
    help="Keep wire stories, and find those that an article was made from.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)
Option = typer.Option
_MOST_SAID = 20
StoreName = Annotated[
    str, typer.Argument(metavar="STORE", help="A file, tantivy:FOLDER or http://HOST:PORT/INDEX.")
]


@app.callback()
def _archive() -> None:
    """Keep wire stories, and find those that an article was made from."""


@command
def add_stories(
    store: StoreName,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Stories, .jsonl of many, or folders.")
    ],
    lang: Annotated[
        str | None, Option(metavar="TAG", help="Language of the stories; else detected.")
    ] = None,
    publisher: Annotated[
        str, Option(metavar="NAME", help="Publisher of stories that do not name theirs.")
    ] = "",
    verbose: Verbose = False,
) -> int:
    """Add stories to an archive.

    It is made if need be; stories that it has are left out. Exits 2 when a story could not be read,
    the others being kept all the same.
    """
    from transdiff.archive.adding import add
    from transdiff.archive.intake import stories
    from transdiff.archive.opening import open_archive, shown
    from transdiff.display import counted

    failed: list[InputError] = []
    found = stories(files, failed.append, lang=lang, publisher=publisher)
    first = next(found, None)
    if first is None and failed:
        return _say_failed(failed)
    if first is None:
        raise InputError(f"{', '.join(path.as_posix() for path in files)}: no story to add")
    with open_archive(store, create=True) as opened:
        added = add(opened, chain([first], found))
        told = f"{_stories(added.stories)}, {counted(added.takes, 'take')}, {added.copies} known"
        emit(f"{shown(store)}: {told}; {_stories(len(opened))} in all\n")
    return _say_failed(failed)


def _say_failed(failed: Sequence[InputError]) -> int:
    """Print why stories were left out, the first few of them, and return the exit code."""
    for error in failed[:_MOST_SAID]:
        fail(str(error))
    if len(failed) > _MOST_SAID:
        fail(f"{len(failed) - _MOST_SAID} more could not be read")
    return ExitCode.ERROR if failed else ExitCode.OK


@command
def find(
    store: StoreName,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The article, or -.")],
    lang: Annotated[
        str | None, Option(metavar="TAG", help="Language of the article; else detected.")
    ] = None,
    number: Annotated[
        int, Option("--number", "-n", metavar="N", min=1, help="Stories to show.")
    ] = 10,
    since: Annotated[
        str | None,
        Option(
            metavar="DATE",
            help="First day, without undated stories; default: ten days before the article.",
        ),
    ] = None,
    until: Annotated[
        str | None, Option(metavar="DATE", help="Last day; default: the day after the article.")
    ] = None,
    format: Annotated[
        Literal["text", "json"], Option("--format", "-f", help="text or json.")
    ] = "text",
    verbose: Verbose = False,
) -> int:
    """Find the stories behind an article.

    They are those that it was probably made from, the best first, with what they share.
    """
    from transdiff.archive.find import find as search
    from transdiff.archive.find import window
    from transdiff.archive.opening import open_archive
    from transdiff.cli.inputs import read_one

    document = read_one(article, lang=lang)
    first, last = window(document)
    with open_archive(store) as opened:
        first = first if since is None else _day("--since", since)
        last = last if until is None else _day("--until", until)
        hits = search(opened, document, k=number, since=first, until=last)
    emit(_json(hits) if format == "json" else _table(hits) or _nothing(first))
    return 0


def _day(flag: str, given: str) -> str:
    """The day that *flag* has, which may be empty. Raises ConfigError."""
    from transdiff.model import iso_date

    try:
        return iso_date(given)
    except InputError as error:
        raise ConfigError(f"{flag}: {error}") from None


def _stories(count: int) -> str:
    from transdiff.display import counted

    return counted(count, "story", "stories")


def _table(hits: tuple[Hit, ...]) -> str:
    from transdiff.display import visible

    lines = []
    for hit in hits:
        story = hit.story
        about = (story.published or "no date", story.publisher or "–", story.lang, story.uri)
        lines.append(f"{hit.score:.3f}  {'  '.join(map(visible, about))}")
        if story.title:
            lines.append(f"       {visible(story.title)}")
        lines.append(f"       shares {', '.join(map(visible, hit.shared))}")
    return "".join(f"{line}\n" for line in lines)


def _nothing(since: str) -> str:
    dated = f"of the days from {since} on " if since else ""
    undated = "; undated stories are found with --since ''" if since else ""
    return f"no story {dated}shares anything rare with the article{undated}\n"


def _json(hits: tuple[Hit, ...]) -> str:
    from transdiff.reporters.json import encoded

    return encoded(
        [
            {
                "lang": hit.story.lang,
                "published": hit.story.published,
                "publisher": hit.story.publisher,
                "score": hit.score,
                "shared": list(hit.shared),
                "text": hit.story.text,
                "title": hit.story.title,
                "uri": hit.story.uri,
                "version": hit.story.version,
            }
            for hit in hits
        ]
    )


app.command("add")(add_stories)
app.command("find")(find)
