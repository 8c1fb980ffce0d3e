"""How the tests of readers open a file of their own making, and what they look at."""

from __future__ import annotations

import io
import zipfile

from transdiff import plugins
from transdiff.model import Document, ParallelText
from transdiff.readers.source import Source

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def source(data: bytes | str, name: str = "story") -> Source:
    """A file called *name* that holds *data*."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    stem, dot, suffix = name.partition(".")
    return Source.of(raw, name, stem, dot + suffix)


def stories(data: bytes | str, name: str = "story") -> tuple[Document, ...]:
    """Every story in the file, by the reader that is found for it."""
    given = source(data, name)
    return plugins.reader_for(given).read(given)


def story(data: bytes | str, name: str = "story") -> Document:
    """The only story in the file."""
    (document,) = stories(data, name)
    return document


def pairs(data: bytes | str, name: str = "story") -> tuple[ParallelText, ...]:
    """Every aligned text in the file."""
    given = source(data, name)
    read = plugins.reader_for(given).read_pairs
    assert read is not None
    return read(given)


def kinds(document: Document) -> list[tuple[str, str]]:
    """The blocks of *document*: what each is, and its text."""
    return [(b.kind.value, b.span.of(document.text)) for b in document.blocks]


def sentences(document: Document) -> list[str]:
    """The sentences that the file gives."""
    return [span.of(document.text) for span in document.sentences]


def docx(body: str, **parts: str) -> bytes:
    """A Word document with the paragraphs *body*; *parts* are other files by their last name."""
    names = {
        "core": "docProps/core.xml",
        "app": "docProps/app.xml",
        "footnotes": "word/footnotes.xml",
        "styles": "word/styles.xml",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_WORD}" xmlns:mc="x"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            archive.writestr(names[name], content)
    return out.getvalue()


def paragraph(text: str, style: str = "") -> str:
    """A paragraph of a Word document."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}<w:r><w:t>{text}</w:t></w:r></w:p>"
