"""What is read is never written over: neither texts nor what says how they are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.errors import OutputError

if TYPE_CHECKING:
    from transdiff.cli.options import GateFlags
    from transdiff.config import Config


def spare(written: Iterable[str | Path], inputs: Iterable[str | Path]) -> None:
    """Raise OutputError where a path that is to be *written* is one of the *inputs*.

    A TOML file that exists is one always: configurations, sets, sidecars, pins and styles are
    TOML, and nothing that is written is.
    """
    targets = {Path(path).resolve(): path for path in written}
    read = (target for target in map(Path.resolve, map(Path, inputs)) if target in targets)
    toml = (target for target in targets if target.suffix == ".toml" and target.is_file())
    for target in (*toml, *read):
        raise OutputError(f"{targets[target]}: is an input; give what is written another name")


def beside_texts(config: Config, gate: GateFlags) -> Iterator[Path]:
    """Yield the files besides the texts that a comparison reads, those in TOML aside."""
    from transdiff.cli.verdicts import baseline_path, stored_files

    yield baseline_path(config, gate.baseline)
    yield from stored_files(gate.against) if gate.against else ()
    yield from (Path(path) for path in (config.path, config.settings.lexicon) if path)
