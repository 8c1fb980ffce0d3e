"""``transdiff lexicon learn MEMORY -o LEXICON``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit

app = typer.Typer(
    help="Make a bilingual lexicon for aligning two languages.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)


@app.callback()
def _lexicon() -> None:
    """Make a bilingual lexicon for aligning two languages."""


@command
def learn(
    memory: Annotated[
        Path, typer.Argument(metavar="MEMORY", help="Translation memory: TMX or TSV, also gzipped.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="The lexicon to write.")
    ],
    langs: Annotated[
        str | None, typer.Option(metavar="SOURCE,TARGET", help="Languages; found when not given.")
    ] = None,
    verbose: Verbose = False,
) -> int:
    """Learn which words mean the same.

    A translation memory is read once; --lexicon then uses what was learnt from it.
    """
    from transdiff.aligner.lexicon import learn as learn_lexicon
    from transdiff.aligner.memory import languages_of, read_memory
    from transdiff.cli.spare import spare
    from transdiff.display import counted
    from transdiff.errors import ConfigError
    from transdiff.files import write_atomically
    from transdiff.language.detect import check_tag

    spare([output], [memory])
    if langs is None:
        pair = languages_of(memory)
    elif langs.count(",") == 1:
        source, target = (check_tag(tag.strip()).partition("-")[0] for tag in langs.split(","))
        pair = source, target
    else:
        raise ConfigError(f"--langs: expected two languages such as ru,en, got {langs!r}")
    lexicon = learn_lexicon(read_memory(memory, pair), pair)
    write_atomically(output, lexicon.dumps())
    pairs = sum(map(len, lexicon.pairs.values()))
    words = f"{counted(len(lexicon.pairs), 'word')} of {pair[0]}"
    emit(f"{output.as_posix()}: {words}, {counted(pairs, 'meaning')}\n")
    return 0


app.command("learn")(learn)
