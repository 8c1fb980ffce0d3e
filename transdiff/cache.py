"""Results of comparisons that need not be repeated, keyed by everything that they depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import entry_points, version
from pathlib import Path

import msgspec

from transdiff.errors import InputError, os_reason
from transdiff.files import file_of, write_atomically
from transdiff.model import Report
from transdiff.settings import Settings

FOLDER = ".transdiff_cache"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n# Results of transdiff; safe to delete.\n"
_GROUPS = ("transdiff.rules", "transdiff.readers")
_DECODER = msgspec.msgpack.Decoder(Report)


def key(names: Iterable[str], files: Iterable[Path], settings: Settings) -> str:
    """Return the key of a comparison of *files* that are called *names* in its report.

    Raises InputError for a file that cannot be read.
    """
    state = hashlib.sha256(program_state().encode())
    state.update(settings.digest().encode())
    for name in names:
        state.update(name.encode("utf-8", "surrogatepass") + b"\0")
    for path in (*files, *_named_by(settings)):
        state.update(_digest(path))
    return state.hexdigest()


def _named_by(settings: Settings) -> list[Path]:
    """Files whose content the settings stand for."""
    paths = (Path(value) for value in (settings.style, settings.lexicon, settings.pins) if value)
    return [path for path in paths if path.is_file()]


def _digest(path: Path) -> bytes:
    try:
        with file_of(path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError as error:
        raise InputError(f"{path.as_posix()}: {os_reason(error)}") from None


@lru_cache(maxsize=1)
def program_state() -> str:
    """Return what identifies the running program: its files, and its plug-ins with versions."""
    home = Path(__file__).parent
    state = [version("transdiff")]
    for file in sorted(home.rglob("*")):
        if file.suffix in (".py", ".toml", ".json", ".tsv"):
            stat = file.stat()
            state.append(f"{file.relative_to(home)}:{stat.st_size}:{stat.st_mtime_ns}")
    state += _plug_ins()
    return hashlib.sha256("\n".join(state).encode()).hexdigest()


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return what identifies the running program on every machine: its files by content."""
    home = Path(__file__).parent
    state = hashlib.sha256(version("transdiff").encode())
    for file in sorted(home.rglob("*")):
        if file.suffix in (".py", ".toml", ".json", ".tsv"):
            state.update(file.relative_to(home).as_posix().encode() + b"\0" + _digest(file))
    for plug_in in _plug_ins():
        state.update(plug_in.encode())
    return state.hexdigest()


def _plug_ins() -> list[str]:
    """Return what is installed that may change a report, with versions."""
    found = [e for group in _GROUPS for e in entry_points(group=group)]
    return [f"{e.value}:{e.dist.version if e.dist else ''}" for e in found]


class Cache:
    """A folder of reports by key. A missing or damaged entry is simply not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: str) -> Path:
        """Return where the report with the key *name* is kept."""
        return self.folder / name[:2] / f"{name[2:]}.msgpack"

    def has(self, name: str) -> bool:
        """Whether a report with the key *name* is kept."""
        return self.path(name).is_file()

    def get(self, name: str) -> Report | None:
        """Return the report with the key *name*, None where there is no sound one."""
        try:
            return _DECODER.decode(self.path(name).read_bytes())
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def put(self, name: str, report: Report) -> None:
        """Keep *report*. Raises OutputError where that is impossible."""
        write_atomically(self.path(name), msgspec.msgpack.encode(report))

    def announce(self) -> None:
        """Mark the folder as a cache, for backup tools and for git."""
        files: Mapping[str, str] = {"CACHEDIR.TAG": _TAG, ".gitignore": "*\n"}
        for name, text in files.items():
            if not (self.folder / name).exists():
                write_atomically(self.folder / name, text)
