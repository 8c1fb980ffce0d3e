"""An archive by its name: a file, ``tantivy:FOLDER``, or the address of a server's index."""

from __future__ import annotations

from pathlib import Path

from transdiff.archive.index import Index

_TANTIVY = "tantivy:"
_SERVERS = ("http://", "https://")


def open_archive(name: str, *, create: bool = False) -> Index:
    """Return the open archive called *name*, which is made if need be where *create* says so.

    Raises InputError where there is none, and ConfigError where what it needs is not installed.
    """
    if name.startswith(_SERVERS):
        from transdiff.archive.rest import Server

        return Server(name, create=create)
    if name.startswith(_TANTIVY):
        from transdiff.archive.tantivy import Folder

        return Folder(Path(name.removeprefix(_TANTIVY)), create=create)
    from transdiff.archive.sqlite import Store

    return Store(Path(name), create=create)


def shown(name: str) -> str:
    """Return *name* as a message may have it: without a password."""
    if name.startswith(_SERVERS):
        from transdiff.archive.rest import without_login

        return without_login(name)
    return Path(name).as_posix()
