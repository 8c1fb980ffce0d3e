"""``transdiff review apply DECISIONS.json``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from transdiff.cli.command import command, tell
from transdiff.cli.options import ConfigFlags, Verbose
from transdiff.cli.outputs import emit
from transdiff.cli.setup import configured
from transdiff.errors import ConfigError, InputError, os_reason

app = typer.Typer(
    help="Turn the decisions of an editor, exported from an HTML report, into suppressions.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

SCHEMA = "transdiff-decisions/1"
_DECISIONS = ("error", "acceptable", "unsure")


@app.callback()
def _review() -> None:
    """Turn the decisions of an editor, exported from an HTML report, into suppressions."""


@app.command("apply")
@command
def apply(
    config: ConfigFlags,
    decisions: Annotated[Path, typer.Argument(metavar="DECISIONS", help="The exported file.")],
    article: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The article, if it has moved.")
    ] = None,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decided.")] = "",
    expires: Annotated[
        str, typer.Option(metavar="DATE", help="Date from which the findings count again.")
    ] = "",
    verbose: Verbose = False,
) -> int:
    """Add what was judged acceptable to the sidecar of the article.

    Applying the same file twice changes nothing. Where the article has changed since the report,
    this is said: what was accepted holds as far as the finding is the same.
    """
    from transdiff.files import read, write_atomically
    from transdiff.model import iso_date
    from transdiff.sidecar import appended, load_sidecar, sidecar_of

    try:
        iso_date(expires)
    except InputError as error:
        raise ConfigError(f"--expires: {error}") from None
    values = _load(decisions)
    path = article or configured(".", config).root / str(values.get("article", ""))
    if not path.is_file():
        raise InputError(f"{path.as_posix()}: no such article; say where it is with --article")
    have = {(s.rule, s.match, s.fingerprint) for s in load_sidecar(path)}
    wanted = [
        s
        for s in _suppressions(values, decisions, by, expires)
        if (s.rule, s.match, s.fingerprint) not in have
    ]
    if values.get("sha256") not in (None, read(path).sha256):
        tell(
            f"{decisions.as_posix()}: decided about another text of {path.as_posix()};"
            " transdiff check names what is not needed"
        )
    target = sidecar_of(path)
    if wanted:
        before = target.read_text(encoding="utf-8") if target.exists() else ""
        write_atomically(target, appended(before, wanted))
    emit(f"{target.as_posix()}: {len(wanted)} added\n")
    return 0


def _load(path: Path) -> dict[str, Any]:
    import msgspec

    try:
        values: dict[str, Any] = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except OSError as error:
        raise InputError(f"{path.as_posix()}: {os_reason(error)}") from None
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"{path.as_posix()}: not a file of decisions: {error}") from None
    if values.get("schema") != SCHEMA or not isinstance(values.get("decisions"), list):
        raise InputError(f"{path.as_posix()}: not a file of decisions ({SCHEMA})")
    return values


def _suppressions(values: dict[str, Any], path: Path, by: str, expires: str) -> list[Any]:
    """The accepted decisions as suppressions, checked like those of a sidecar."""
    from transdiff.sidecar import suppressions

    tables = []
    for decision in values["decisions"]:
        decided = decision.get("decision") if isinstance(decision, dict) else None
        if decided not in _DECISIONS:
            known = ", ".join(_DECISIONS)
            raise InputError(f'{path.as_posix()}: unknown decision "{decided}" (one of {known})')
        if decided != "acceptable":
            continue
        if not str(decision.get("reason", "")).strip():
            rule, match = decision.get("rule"), decision.get("match")
            raise ConfigError(f'{path.as_posix()}: {rule} "{match}": accepted without a reason')
        by_term = decision.get("scope") == "rule-and-term" and decision.get("match")
        kind = "match" if by_term else "fingerprint"
        table = {"rule": decision.get("rule"), kind: decision.get(kind)}
        table |= {"reason": decision["reason"], "by": by, "expires": expires}
        if table not in tables:
            tables.append(table)
    return list(suppressions(tables, path.as_posix()))
