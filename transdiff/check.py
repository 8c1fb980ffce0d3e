"""Compare many article sets: what is cached is not repeated, the rest is spread over processes.

Reports live in the cache folder and are decoded one at a time, so memory does not grow with the
number of articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path

from transdiff.cache import Cache, key
from transdiff.config import Config
from transdiff.errors import InputError, TransdiffError, unexpected
from transdiff.model import Failure, Report
from transdiff.sets import ArticleSet, relative
from transdiff.settings import Settings

Finish = Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Task:
    """One comparison: its texts, the settings, and the key of its report."""

    id: str
    texts: ArticleSet
    settings: Settings
    key: str


@dataclass(frozen=True, slots=True)
class Checked(Sequence[Report]):
    """The reports of a check, decoded one at a time and finished (suppressed, judged)."""

    cache: Cache
    keys: tuple[str, ...]
    finish: Finish
    failures: tuple[Failure, ...] = ()
    inputs: tuple[Path, ...] = ()
    """Every text of every set, also of those that failed."""

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, index: int) -> Report:  # type: ignore[override]
        return _finished(self.cache, self.keys[index], self.finish)

    def __iter__(self) -> Iterator[Report]:
        return (self[index] for index in range(len(self.keys)))


def check(
    sets: Sequence[ArticleSet],
    config: Config,
    cache: Cache,
    finish: Finish,
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Checked:
    """Compare every set; one that cannot be compared is a Failure and the others still are."""
    tasks: list[Task] = []
    failures: list[Failure] = []
    for texts in sets:
        task = _task(texts, config)
        (tasks if isinstance(task, Task) else failures).append(task)  # type: ignore[arg-type]
    waiting = [task for task in tasks if cache.get(task.key) is None]
    done = len(tasks) - len(waiting)
    progress(done, len(tasks))
    failed: dict[str, Failure] = {}
    for outcome in _run(waiting, config, cache, jobs):
        done += 1
        progress(done, len(tasks))
        if outcome is not None:
            failed[outcome.id] = outcome
    for task in tasks:
        if task.id not in failed and (reason := _unjudged(task, cache, finish)):
            failed[task.id] = Failure(task.id, reason, "judge")
    keys = tuple(task.key for task in tasks if task.id not in failed)
    failures += failed.values()
    inputs = tuple(path for texts in sets for path in texts.paths())
    return Checked(cache, keys, finish, tuple(sorted(failures, key=lambda f: f.id)), inputs)


def _finished(cache: Cache, key: str, finish: Finish) -> Report:
    """Return the report that is kept under *key*, suppressed and judged."""
    report = cache.get(key)
    if report is None:
        raise TransdiffError(f"{cache.folder}: changed while it was in use")
    return finish(report)


def _unjudged(task: Task, cache: Cache, finish: Finish) -> str:
    """Why a report cannot be finished: its gate lacks a figure, its sidecar is wrong; or empty."""
    try:
        _finished(cache, task.key, finish)
    except InputError as error:
        return str(error)
    return ""


def _task(texts: ArticleSet, config: Config) -> Task | Failure:
    id = relative(texts.article.path, config.root)
    settings = config.settings_for(id, texts.article.lang)
    texts = replace(texts, article=replace(texts.article, lang=settings.lang))
    members = {"": texts.article, **texts.references}
    names = [id, relative(texts.article.path, Path())]
    for label, member in members.items():
        names += [label, member.lang or "", member.published, relative(member.path, config.root)]
    try:
        return Task(id, texts, settings, key(names, texts.paths(), settings))
    except TransdiffError as error:
        return Failure(id, str(error), "read")


def _run(
    tasks: Sequence[Task], config: Config, cache: Cache, jobs: int
) -> Iterator[Failure | None]:
    if jobs <= 1 or len(tasks) <= 1:
        yield from (_compare(task, config, cache) for task in tasks)
        return
    import transdiff.pipeline  # noqa: F401  # forked workers then need not import it again

    pool = ProcessPoolExecutor(min(jobs, len(tasks)))
    try:
        futures: list[Future[Failure | None]] = [
            pool.submit(_compare, task, config, cache) for task in tasks
        ]
        for future in as_completed(futures):
            yield future.result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _compare(task: Task, config: Config, cache: Cache) -> Failure | None:
    """Compare one set and keep its report."""
    from transdiff.pipeline import compare

    try:
        article, references = task.texts.read(config.root)
        cache.put(task.key, compare(article, references, task.settings))
    except TransdiffError as error:
        return Failure(task.id, str(error), "compare")
    except Exception as error:  # one article must not hide what is wrong with the others
        return Failure(task.id, f"{task.id}: internal error: {unexpected(error)}")
    return None
