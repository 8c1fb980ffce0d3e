"""Results in the format that their file name asks for: lines, zipped lines, Parquet."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from pathlib import Path

from transdiff.errors import OutputError


def store(lines: Iterable[bytes], out: Path) -> None:
    """Write *lines* as the results at *out*. Raises OutputError."""
    scratch = out.with_name(f".{out.name}.lines")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("wb") as stream:
            stream.writelines(lines)
        convert(scratch, out)
    except OSError as error:
        raise OutputError(f"{out}: cannot be written: {error.strerror}") from None
    finally:
        scratch.unlink(missing_ok=True)


def convert(lines: Path, out: Path) -> None:
    """Turn the file *lines* into *out*; a reader sees the old results or the new ones."""
    if out.name.endswith(".jsonl"):
        lines.replace(out)
        return
    scratch = out.with_name(f".{out.name}.new")
    if out.suffix == ".gz":
        _zip(lines, scratch)
    else:
        from transdiff.batch.parquet import write_parquet

        write_parquet(lines, scratch)
    scratch.replace(out)
    lines.unlink()


def _zip(lines: Path, target: Path) -> None:
    """Compress without a clock, so that equal lines are equal files."""
    with (
        lines.open("rb") as source,
        target.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=0) as stream,
    ):
        shutil.copyfileobj(source, stream, 1 << 20)
