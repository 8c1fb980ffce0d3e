"""What a reader is given: the bytes of a file, and enough of its start to tell what it is.

A reader is a module of this package, or of an entry point in the group ``transdiff.readers``, with

- ``SUFFIXES``: the file name endings that are its own, ``(".docx",)``;
- ``recognises(source) -> bool``: whether the content is its own, whatever the name says;
- ``read(source) -> tuple[Document, ...]``: the stories in it, usually one;
- ``read_pairs(source) -> tuple[ParallelText, ...]``, only where a format holds both sides;
- ``INSTEAD_OF``, only where it is another way to read a format: the name of that one's reader.

What is malformed raises InputError through :meth:`Source.error`: one line that says where, and
never quotes the text, which may be under embargo or licence.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from transdiff.errors import InputError
from transdiff.readers.encoding import UNICODE_MARKS

_HEAD = 64 * 1024
_ROOT = regex.compile(
    r"\s*+(?:(?:<\?.{0,1000}?\?>|<!--.{0,8000}?-->"
    r"|<!DOCTYPE[^>\[]*+(?:\[.{0,60000}?\]\s*+)?>)\s*+)*+<(?:[\w.-]+:)?(?P<name>[\w.-]+)",
    regex.DOTALL | regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file on its way to a document.

    ``name`` is how errors and reports call it; ``id`` and ``lang`` (None: detect) go into the
    document; ``suffix`` is lower-case with its dot, empty for standard input. ``head`` is the
    start of the text as far as it can be told before decoding, ``root`` the name of the first
    element where the file looks like markup, without its prefix.
    """

    data: bytes
    name: str
    id: str
    suffix: str
    lang: str | None
    head: str
    root: str

    @classmethod
    def of(
        cls, data: bytes, name: str, id: str = "", suffix: str = "", lang: str | None = None
    ) -> Source:
        """Look at the start of *data*."""
        head = _head(data[:_HEAD])
        root = _ROOT.match(head)
        return cls(data, name, id or name, suffix, lang, head, root["name"] if root else "")

    def unicode(self) -> str:
        """Return the text of a format that has to be Unicode. Raises InputError with the byte."""
        for mark, encoding in UNICODE_MARKS:
            if self.data.startswith(mark):
                return self._decoded(len(mark), encoding)
        return self._decoded(0, "utf-8")

    def _decoded(self, start: int, encoding: str) -> str:
        try:
            return self.data[start:].decode(encoding)
        except UnicodeDecodeError as error:
            raise self.error(
                f"not valid {encoding} at byte {start + error.start}; save it as UTF-8"
            ) from None

    def error(self, reason: str) -> InputError:
        """Return the error to raise; *reason* never quotes the content."""
        return InputError(f"{self.name}: {reason}")


def _head(data: bytes) -> str:
    for mark, encoding in UNICODE_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "ignore")
    # UTF-16 without a mark: what matters here is ASCII.
    return data.replace(b"\x00", b"").decode("utf-8", "replace")
