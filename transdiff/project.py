"""Which articles a project checks: the ``[[pair]]`` globs of its config, ``set.toml`` folders."""

from __future__ import annotations

import functools
import glob
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from transdiff.config import Config, Pair, config_in, find_config
from transdiff.errors import ConfigError, InputError
from transdiff.files import both_sides_hint
from transdiff.sets import NAME, ArticleSet, Member, is_set, load_set
from transdiff.sidecar import SUFFIX

NOTHING = "nothing to check; no [[pair]] matches and no set.toml is there"


def article_sets(
    config: Config, paths: Sequence[str], *, allow_empty: bool = False
) -> list[ArticleSet]:
    """Return what *paths* name, sorted by path; all that the configuration names without any.

    A folder stands for the sets and paired articles in it; a file for the articles it belongs to,
    as article or as reference. What both a pair and a set name is the pair's. Raises InputError for
    a path that does not exist or belongs to none, and for a folder without any
    unless *allow_empty*.
    """
    paired = list(_paired(config))
    if not paths:
        return _unique([*paired, *_sets_in(config.root)])
    chosen: list[ArticleSet] = []
    for given in paths:
        mine = list(_named(Path(given), paired))
        if not mine and not allow_empty:
            raise InputError(f"{given}: {NOTHING}")
        chosen += mine
    return _unique(chosen)


def expect_nearest(articles: Iterable[Path], config: Config) -> None:
    """Raise ConfigError for one of the *articles* that has a nearer configuration than *config*."""

    @functools.cache
    def nearest(folder: Path) -> Path | None:
        own = config_in(folder)
        return own if own or folder == folder.parent else nearest(folder.parent)

    for article in articles:
        found = nearest(article.absolute().parent)
        if found and (config.path is None or found.resolve() != config.path.resolve()):
            shown = find_config(found.parent) or found
            raise ConfigError(
                f"{article.as_posix()}: its configuration is {shown.as_posix()}, which is not the"
                f" one of this run; take {shown.parent.as_posix()} by itself, or give --config"
            )


def below(sets: Iterable[ArticleSet], config: Config) -> Iterator[Path]:
    """Yield the articles of *sets* that are in the folder of *config*.

    Others are there because a ``[[pair]]`` or a set says so.
    """
    root = config.root.resolve()
    articles = (texts.article.path for texts in sets)
    return (article for article in articles if root in article.resolve().parents)


def unmatched(config: Config) -> list[str]:
    """Return what is to be said of every ``[[pair]]`` that no article belongs to."""
    return [
        f'[[pair]] articles = "{pair.articles}": no such article'
        for pair in config.pair
        if not list(_articles(config, pair))
    ]


def _named(path: Path, paired: Sequence[ArticleSet]) -> Iterable[ArticleSet]:
    if not path.exists():
        raise InputError(f"{path.as_posix()}: no such file or folder; check the path")
    if is_set(path):
        return [load_set(path)]
    if path.is_dir():
        inside = path.resolve()
        below = [s for s in paired if inside in s.article.path.resolve().parents]
        return [*below, *_sets_in(path)]
    candidates = [*paired, *([load_set(path.parent)] if is_set(path.parent) else [])]
    mine = [s for s in candidates if path.resolve() in {p.resolve() for p in s.paths()}]
    if not mine:
        raise InputError(
            f"{path.as_posix()}: in no [[pair]] and no {NAME}; say what its references are"
            f"{both_sides_hint(path)}"
        )
    return mine


def _unique(found: Iterable[ArticleSet]) -> list[ArticleSet]:
    by_path: dict[Path, ArticleSet] = {}
    for texts in found:  # of a file and a link to it, the first name holds
        by_path.setdefault(texts.article.path.resolve(), texts)
    return [by_path[path] for path in sorted(by_path)]


def _sets_in(folder: Path) -> Iterator[ArticleSet]:
    """Every set below *folder*, hidden folders aside."""
    for file in sorted(folder.rglob(NAME)):
        if not any(part.startswith(".") for part in file.relative_to(folder).parts):
            yield load_set(file)


def _paired(config: Config) -> Iterator[ArticleSet]:
    for pair in config.pair:
        for path in _articles(config, pair):
            yield _pair(config, pair, path)


def _articles(config: Config, pair: Pair) -> Iterator[Path]:
    # Path.glob refuses the `..` that a configuration in a subfolder needs.
    names = glob.glob(pair.articles, root_dir=config.root, recursive=True)  # noqa: PTH207
    for name in sorted(names):
        path = config.root / name
        if path.is_file() and not name.endswith(SUFFIX):
            yield path


def _pair(config: Config, pair: Pair, article: Path) -> ArticleSet:
    references = {}
    for label, pattern in pair.references.items():
        try:
            counted = pattern.format(stem=article.stem, name=article.name)
        except (KeyError, IndexError, ValueError):
            where = f"{config.path.as_posix()}: " if config.path else ""
            raise ConfigError(
                f'{where}[[pair]] "{pattern}": only {{stem}} and {{name}} of the article are known'
            ) from None
        references[label] = Member(config.root / counted)
    return ArticleSet(Member(article, pair.lang), references)
