"""The whole tool: ``compare(article, references) -> Report``; reads like a table of contents."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from importlib.metadata import PackageNotFoundError, version

from transdiff import plugins
from transdiff.aligner.search import align_stories
from transdiff.checks import check_settings
from transdiff.comparison import Article
from transdiff.corroboration import corroborated
from transdiff.errors import InputError, PluginError
from transdiff.findings import stamp
from transdiff.gate import judge
from transdiff.language.annotate import annotate
from transdiff.language.detect import stated
from transdiff.language.pack import load_pack
from transdiff.ledger import ledger
from transdiff.model import (
    PUBLISHERS_NOTES,
    RELIABILITY,
    Alignment,
    Document,
    Report,
    Skipped,
    Source,
    Story,
    signature,
)
from transdiff.pivot import pivot_story, through_pivots, to_original
from transdiff.rule import Mark, Rule
from transdiff.score.fidelity import fidelity
from transdiff.score.metrics import metrics
from transdiff.score.penalty import penalty
from transdiff.scorers import scored
from transdiff.segment import segment
from transdiff.sentences import sentences
from transdiff.settings import Settings
from transdiff.styles import load_style
from transdiff.trust import trusted

References = Mapping[str, Document] | Iterable[Document]


def align(
    translation: Document, references: References, settings: Settings | None = None
) -> Alignment:
    """Return what supports every sentence of *translation* in every reference.

    *references* maps a label to a document; in a sequence the labels are the documents' ids.
    Raises ValueError for two equal ids, ConfigError for settings that cannot be, InputError where
    there is no reference.
    """
    settings = _checked(settings)
    documents = _keyed(references)
    if not documents:
        raise InputError("no reference to align with")
    article = _story(None, _translation(translation, settings))
    witnesses = {key: _story(key, documents[key]) for key in sorted(documents)}
    read = {**witnesses, **_pivots(witnesses, article.lang)}
    return align_stories(article, read, settings)


def compare(
    translation: Document, references: References, settings: Settings | None = None
) -> Report:
    """Compare *translation* with its *references* and return everything that was found.

    Pure: the same inputs give the same report, in whatever order the references come. Where the
    settings ask for a gate, ``report.gate`` says whether it passed; it changes nothing else. Raises
    ConfigError for settings that name no rule, option or language, ValueError for equal ids,
    InputError where the article has not the score that a gate needs; ``max_drop`` is such a gate,
    as no stored report is known here (:func:`transdiff.gate.judge` takes one).
    """
    settings = _checked(settings)
    article, pivots = _aligned(translation, references, settings)
    chosen = plugins.selected(settings)
    findings = stamp(article, _marks(article, pivots, chosen, settings), settings, chosen)
    faithful = fidelity(article, findings)
    measured = metrics(through_pivots(article, pivots))
    beside = scored(article, settings.scorer)
    tool, settings_hash = f"transdiff {_version()}", settings.without_gate().digest()
    mqm = penalty(article, findings, signature(tool, settings_hash))
    report = Report(
        documents=_sources(article),
        alignment=article.alignment,
        sentences=sentences(article, findings, faithful.segments),
        findings=findings,
        skipped=(*_skipped(article, pivots, chosen), *measured.skipped, *beside.skipped),
        scores=(*measured.scores, mqm, *beside.scores),
        fidelity=faithful.value,
        costs=faithful.costs,
        ledger=ledger(article),
        tool=tool,
        settings_hash=settings_hash,
    )
    article.release()
    return replace(report, gate=judge(report, settings))


def _aligned(
    translation: Document, references: References, settings: Settings
) -> tuple[Article, Mapping[str, Story]]:
    """Return the article with its aligned references, and the pivots that they were aligned by."""
    documents = _keyed(references)
    translation = _translation(translation, settings)
    near = _near(translation, documents)
    article = annotated_story(None, translation, near)
    witnesses = {key: annotated_story(key, documents[key], near) for key in sorted(documents)}
    pivots = _pivots(witnesses, article.lang, near)
    alignment = align_stories(article, {**witnesses, **pivots}, settings)
    return Article(article, witnesses, alignment, load_style(settings.style)), pivots


def _pivots(
    witnesses: Mapping[str, Story], lang: str, near: datetime.date | None = None
) -> dict[str, Story]:
    """The pivots in *lang* that foreign references come with."""
    return {
        key: pivot_story(story, lang, near)
        for key, story in witnesses.items()
        if story.document.pivot and story.lang != lang
    }


def _near(translation: Document, references: Mapping[str, Document]) -> datetime.date | None:
    """When the article was written; where it does not say, when the latest reference was."""
    days = (document.written for document in references.values())
    return translation.written or max(filter(None, days), default=None)


def _checked(settings: Settings | None) -> Settings:
    if settings is None:
        return Settings()
    if not isinstance(settings, Settings):
        made = "transdiff.Settings(…) makes one"
        raise TypeError(f"settings: Settings are expected, not {type(settings).__name__}; {made}")
    check_settings(settings)
    return settings


def _translation(given: Document, settings: Settings) -> Document:
    """The article, in the language that the settings declare."""
    _expect_document(given, "translation")
    lang = stated(settings.lang)
    return given.with_lang(lang) if lang else given


def _expect_document(given: object, name: str) -> None:
    if not isinstance(given, Document):
        made = "transdiff.read(path) and Document.from_text(text) make one"
        raise TypeError(f"{name}: a Document is expected, not {type(given).__name__}; {made}")


def _keyed(references: References) -> dict[str, Document]:
    if isinstance(references, Document | str) or not isinstance(references, Iterable):
        raise TypeError("references: a mapping of labels to documents, or a list, is expected")
    given = list(references.values() if isinstance(references, Mapping) else references)
    for document in given:
        _expect_document(document, "references")
    if isinstance(references, Mapping):
        _expect_labels(references)
        return dict(references)
    keyed = {document.id: document for document in given}
    if len(keyed) != len(given):
        raise ValueError("two references have the same id; give a mapping of labels to documents")
    return keyed


def _expect_labels(references: Mapping[str, Document]) -> None:
    """A label names its reference in every output."""
    for label in references:
        if not isinstance(label, str):
            raise TypeError(f"references: a label is a str, not {type(label).__name__}")
        if not label:
            raise ValueError("references: a label is empty")


def _story(key: str | None, document: Document) -> Story:
    """Segment *document*; alignment finds for itself the few facts that it needs."""
    return Story(key, document, segment(document))


def annotated_story(
    key: str | None, document: Document, near: datetime.date | None = None
) -> Story:
    """Segment *document*, written about *near*, and find the facts of every segment."""
    return Story(key, document, annotate(document, segment(document), near))


def _marks(
    article: Article, pivots: Mapping[str, Story], chosen: Sequence[Rule], settings: Settings
) -> Iterator[tuple[Rule, Mark]]:
    """Weigh by trust what the rules find, and show it in the originals."""
    found = list(untrusted_marks(article, pivots, chosen, settings))
    for by, mark, _ in trusted(found):
        yield by, to_original(mark, article, pivots)


def untrusted_marks(
    article: Article, pivots: Mapping[str, Story], chosen: Sequence[Rule], settings: Settings
) -> Iterator[tuple[Rule, Mark, Article]]:
    """Run the rules: those on wording see the pivots, all others the originals.

    Yields each mark with its rule and the article that the rule has seen.
    """
    worded = through_pivots(article, pivots)
    for by in chosen:
        check = partial(by.check, **settings.rules.get(by.name, {}))
        seen = worded if by.group == "wording" else article
        subjects = [seen] if by.scope == "article" else seen.comparisons
        for subject in subjects:
            try:
                for mark in corroborated(subject, check):
                    yield by, mark, seen
            except Exception as error:
                raise PluginError(f'rule "{by.name}" failed: {error!r}') from error


def _skipped(
    article: Article, pivots: Mapping[str, Story], chosen: Sequence[Rule]
) -> tuple[Skipped, ...]:
    """What did not run (fully), and why."""
    found: list[Skipped] = []
    if len(chosen) < len(plugins.rules()):
        names = {by.name for by in chosen}
        found += [Skipped(r.name, "not selected") for r in plugins.rules() if r.name not in names]
    for story in (article.story, *article.references.values()):
        if load_pack(story.lang).generic:
            place = story.key or "article"
            reason = f"no pack for the language of {place}: its figures and names are compared"
            found.append(Skipped(f"language-pack:{story.lang}", f"{reason}, its words are not"))
    return (
        *_reliability(article),
        *found,
        *_foreign(article, pivots),
        *_newer(article),
        *_unusable(article),
    )


def _reliability(article: Article) -> Iterator[Skipped]:
    """Say so where under a third of the article has a counterpart: these are not its sources.

    The loosest of 280 article sets, rewritten and merged, has 45 %; another story has chance
    resemblances, and what is found between them tells nothing of the translation.
    """
    if not article.references:
        yield Skipped(RELIABILITY, "no reference: the article is held against itself only")
        return
    compared = sum(1 for _ in article.compared())
    linked = compared - len(article.alignment.unsupported)
    if 3 * linked < compared:
        support = f"the references support {linked} of {compared} sentences, less than a third"
        yield Skipped(RELIABILITY, f"{support}: the findings are unreliable")


def _foreign(article: Article, pivots: Mapping[str, Story]) -> Iterator[Skipped]:
    """Say of which references only the facts were compared, not the words."""
    for key, story in article.references.items():
        known = "und" not in (story.lang, article.story.lang)
        if known and story.lang != article.story.lang and key not in pivots:
            reason = (
                f"{story.lang} against {article.story.lang}: facts are compared, wording is not"
            )
            yield Skipped(f"wording:{key}", f"{reason}; a pivot would let them be")


def _newer(article: Article) -> Iterator[Skipped]:
    """Say which references are newer than the article, which cannot know what they added."""
    mine = article.story.document.dated
    for key, story in article.references.items():
        theirs = story.document.dated
        if mine and theirs and theirs > mine:
            reason = f"of {theirs}, the article of {mine}: it may hold what was not known yet"
            yield Skipped(f"reference-newer:{key}", reason)


def _unusable(article: Article) -> Iterator[Skipped]:
    """Say which texts their publisher holds back, has corrected or withdrawn."""
    for story in (article.story, *article.references.values()):
        for note in story.document.notes:
            if note.startswith(PUBLISHERS_NOTES):
                yield Skipped(f"publisher:{story.key or 'article'}", note)


def _sources(article: Article) -> tuple[Source, ...]:
    return tuple(
        Source(s.key, s.document, tuple(part.span for part in s.segments))
        for s in (article.story, *article.references.values())
    )


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return version("transdiff")
    except PackageNotFoundError:
        return "0+unknown"
