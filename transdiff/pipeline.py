"""The whole tool: ``compare(article, references) -> Report``; reads like a table of contents."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from transdiff import plugins
from transdiff.aligner.search import align_stories
from transdiff.checks import check_settings
from transdiff.comparison import Article
from transdiff.errors import InputError, PluginError
from transdiff.findings import stamp
from transdiff.language.annotate import annotate
from transdiff.language.pack import load_pack
from transdiff.ledger import ledger
from transdiff.model import (
    Alignment,
    Document,
    Report,
    Skipped,
    Source,
    Story,
)
from transdiff.rule import Mark, Rule
from transdiff.score.fidelity import fidelity
from transdiff.score.metrics import metrics
from transdiff.segment import segment
from transdiff.sentences import sentences
from transdiff.settings import Settings
from transdiff.styles import load_style

References = Mapping[str, Document] | Sequence[Document]


def align(
    translation: Document, references: References, settings: Settings | None = None
) -> Alignment:
    """Return what supports every sentence of *translation* in every reference.

    *references* maps a label to a document; in a sequence the labels are the documents' ids.
    Raises ValueError for two equal ids.
    """
    documents = _documents(references)
    witnesses = {key: _story(key, documents[key]) for key in sorted(documents)}
    return align_stories(_story(None, translation), witnesses, settings or Settings())


def compare(
    translation: Document, references: References, settings: Settings | None = None
) -> Report:
    """Compare *translation* with its *references* and return everything that was found.

    Pure: the same inputs give the same report, in whatever order the references come. Raises
    ConfigError for settings that name no rule, option or language, ValueError for equal ids.
    """
    settings = settings or Settings()
    check_settings(settings)
    article = _aligned(translation, references, settings)
    chosen = plugins.selected(settings)
    findings = stamp(article, _marks(article, chosen, settings), settings)
    faithful = fidelity(article, findings)
    measured = metrics(article)
    return Report(
        documents=_sources(article),
        alignment=article.alignment,
        sentences=sentences(article, findings, faithful.segments),
        findings=findings,
        skipped=(*_skipped(article, chosen), *measured.skipped),
        scores=measured.scores,
        fidelity=faithful.value,
        costs=faithful.costs,
        ledger=ledger(article),
        tool=f"transdiff {_version()}",
        settings_hash=settings.digest(),
    )


def _aligned(translation: Document, references: References, settings: Settings) -> Article:
    documents = _documents(references)
    translation = translation.with_lang(settings.lang) if settings.lang else translation
    near = _near(translation, documents)
    article = annotated_story(None, translation, near)
    witnesses = {key: annotated_story(key, documents[key], near) for key in sorted(documents)}
    alignment = align_stories(article, witnesses, settings)
    return Article(article, witnesses, alignment, load_style(settings.style))


def _near(translation: Document, references: Mapping[str, Document]) -> datetime.date | None:
    """When the article was written; where it does not say, when the latest reference was."""
    days = (document.written for document in references.values())
    return translation.written or max(filter(None, days), default=None)


def _documents(references: References) -> dict[str, Document]:
    documents = _keyed(references)
    if not documents:
        raise InputError("no reference to compare with")
    return documents


def _keyed(references: References) -> dict[str, Document]:
    if isinstance(references, Mapping):
        return dict(references)
    keyed = {document.id: document for document in references}
    if len(keyed) != len(references):
        raise ValueError("two references have the same id; give a mapping of labels to documents")
    return keyed


def _story(key: str | None, document: Document) -> Story:
    """Segment *document*; alignment finds for itself the few facts that it needs."""
    return Story(key, document, segment(document))


def annotated_story(
    key: str | None, document: Document, near: datetime.date | None = None
) -> Story:
    """Segment *document*, written about *near*, and find the facts of every segment."""
    return Story(key, document, annotate(document, segment(document), near))


def _marks(
    article: Article, chosen: Sequence[Rule], settings: Settings
) -> Iterator[tuple[Rule, Mark]]:
    for by in chosen:
        options = settings.rules.get(by.name, {})
        subjects = [article] if by.scope == "article" else article.comparisons
        for subject in subjects:
            try:
                yield from ((by, mark) for mark in by(subject, **options))
            except Exception as error:
                raise PluginError(f'rule "{by.name}" failed: {error!r}') from error


def _skipped(article: Article, chosen: Sequence[Rule]) -> tuple[Skipped, ...]:
    """What did not run (fully), and why."""
    names = {by.name for by in chosen}
    found = [Skipped(r.name, "not selected") for r in plugins.rules() if r.name not in names]
    for story in (article.story, *article.references.values()):
        if load_pack(story.lang).generic:
            place = story.key or "article"
            found.append(
                Skipped(f"language-pack:{story.lang}", f"no pack for the language of {place}")
            )
    return (*found, *_newer(article))


def _newer(article: Article) -> Iterator[Skipped]:
    """Say which references are newer than the article, which cannot know what they added."""
    mine = article.story.document.dated
    for key, story in article.references.items():
        theirs = story.document.dated
        if mine and theirs and theirs > mine:
            reason = f"of {theirs}, the article of {mine}: it may hold what was not known yet"
            yield Skipped(f"reference-newer:{key}", reason)


def _sources(article: Article) -> tuple[Source, ...]:
    return tuple(
        Source(s.key, s.document, tuple(part.span for part in s.segments))
        for s in (article.story, *article.references.values())
    )


def _version() -> str:
    try:
        return version("transdiff")
    except PackageNotFoundError:
        return "0+unknown"
