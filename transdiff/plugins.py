"""Find rules, readers and reporters: the built-in ones by listing the package, then entry points.

A third party adds a rule with one module and one entry point in the group ``transdiff.rules``
whose value is the :class:`~transdiff.rule.Rule`; a format with an entry point in the group
``transdiff.reporters`` whose value is a module that has ``render(report) -> str``; a reader with
one in the group ``transdiff.readers`` whose value is a module as ``transdiff.readers.source``
describes it.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from types import ModuleType
from typing import Any

import transdiff.readers
import transdiff.reporters
import transdiff.rules
from transdiff.errors import ConfigError, PluginError, did_you_mean
from transdiff.manual import page
from transdiff.model import Document, ParallelText, Report
from transdiff.readers.source import Source
from transdiff.rule import GROUPS, Rule
from transdiff.settings import Settings


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return every installed rule by name. Raises PluginError for one that fails to load."""
    found = [*_builtin_rules(), *_foreign_rules()]
    return tuple(sorted(found, key=lambda r: r.name))


def _builtin_rules() -> list[Rule]:
    prefix = f"{transdiff.rules.__name__}."
    modules = [
        import_module(info.name)
        for info in pkgutil.walk_packages(transdiff.rules.__path__, prefix)
        if not info.ispkg
    ]
    return [value for m in modules for value in vars(m).values() if isinstance(value, Rule)]


def _foreign_rules() -> list[Rule]:
    found = []
    for entry in entry_points(group="transdiff.rules"):
        try:
            value = entry.load()
        except Exception as error:
            raise PluginError(f'rule plug-in "{entry.name}" ({entry.value}): {error}') from error
        if not isinstance(value, Rule):
            raise PluginError(f'rule plug-in "{entry.name}" ({entry.value}): not a transdiff rule')
        found.append(value)
    return found


def rule_named(name: str) -> Rule:
    """Return the rule called *name*. Raises ConfigError, with a suggestion, for an unknown one."""
    for found in rules():
        if found.name == name:
            return found
    hint = did_you_mean(name, [r.name for r in rules()])
    raise ConfigError(f'unknown rule "{name}"{hint}')


def selected(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that *settings* select. Raises ConfigError for an unknown rule or group."""
    if not (settings.select or settings.ignore or settings.extend_select):
        return rules()
    known = {r.name for r in rules()} | set(GROUPS)
    for name in (*settings.select, *settings.ignore, *settings.extend_select):
        if name not in known:
            raise ConfigError(f'unknown rule or group "{name}"{did_you_mean(name, known)}')
    wanted = {*settings.select, *settings.extend_select} if settings.select else known
    return tuple(
        r
        for r in rules()
        if {r.name, r.group} & wanted and not {r.name, r.group} & set(settings.ignore)
    )


_EXAMPLES = 3
"""Examples of a kind in a manual page that stands in a report: a third of its bytes were more."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """An output format.

    ``render`` turns one report into text; ``render_many`` turns several into one text, None for a
    format of one file per article, for which ``render_index(reports, file_names)`` may add an
    ``index.html``. The first two take the keyword-only options that they declare
    (``color``, ``cells``, ``quiet`` for a terminal; ``explanations``, a short manual page of each
    rule by name); the second may declare ``failures``, the articles that could not be compared.
    """

    name: str
    render: Callable[..., str]
    render_many: Callable[..., str] | None = None
    render_index: Callable[..., str] | None = None

    def __call__(self, report: Report, **options: object) -> str:
        """Render one report, with those of *options* that the format knows."""
        return self.render(report, **_accepted(self.render, options))

    def many(self, reports: Sequence[Report], **options: object) -> str:
        """Render several reports as one text. Raises ConfigError where the format cannot."""
        if self.render_many is None:
            raise ConfigError(f"{self.name} is a file for each article: give {self.name}=FOLDER/")
        return self.render_many(reports, **_accepted(self.render_many, options))


def _accepted(function: Callable[..., str], options: dict[str, object]) -> dict[str, Any]:
    """Those of *options* that *function* has; ``rules`` and their ``explanations`` if it asks."""
    known = inspect.signature(function).parameters
    if "rules" in known:
        options = {"rules": rules(), **options}
    if "explanations" in known:
        options = {"explanations": {r.name: page(r, most=_EXAMPLES) for r in rules()}, **options}
    return {name: value for name, value in options.items() if name in known}


def reporter(name: str) -> Reporter:
    """Return the format called *name*. Raises ConfigError, with a suggestion, for an unknown one.

    Only the module of that format is imported.
    """
    found = _reporter(name)
    if found is None:
        known = reporter_names()
        hint = did_you_mean(name, known) or f" (one of {', '.join(known)})"
        raise ConfigError(f'unknown format "{name}"{hint}')
    return found


def reporter_names() -> tuple[str, ...]:
    """Return the names of all formats, sorted."""
    names = {info.name for info in pkgutil.iter_modules(transdiff.reporters.__path__)}
    names |= {entry.name for entry in entry_points(group="transdiff.reporters")}
    return tuple(sorted(name for name in names if _reporter(name)))


def _reporter(name: str) -> Reporter | None:
    module = _reporter_module(name)
    if module is None or not callable(getattr(module, "render", None)):
        return None
    return Reporter(
        name,
        module.render,
        getattr(module, "render_many", None),
        getattr(module, "render_index", None),
    )


def _reporter_module(name: str) -> ModuleType | None:
    if name in {info.name for info in pkgutil.iter_modules(transdiff.reporters.__path__)}:
        return import_module(f"{transdiff.reporters.__name__}.{name}")
    for entry in entry_points(group="transdiff.reporters", name=name):
        try:
            module: ModuleType = entry.load()
        except Exception as error:
            raise PluginError(f'format plug-in "{name}" ({entry.value}): {error}') from error
        return module
    return None


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format; see :mod:`transdiff.readers.source` for what each part does.

    ``read_pairs`` is None for a format that holds one side only. ``instead_of`` is the reader that
    this one can replace where it is named, never by itself.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Source], bool]
    read: Callable[[Source], tuple[Document, ...]]
    read_pairs: Callable[[Source], tuple[ParallelText, ...]] | None = None
    instead_of: str = ""


_PLAIN = "text"


def reader_for(source: Source, named: str = "") -> Reader:
    """Return the reader of *source*: by its content, else by its suffix, else that of plain text.

    The reader *named* is taken instead; one that stands in for another only replaces that one.
    Raises ConfigError for an unknown name, PluginError for a reader that fails to load.
    """
    known = readers()
    by_content = (r for r in known.values() if r.recognises(source))
    by_suffix = (r for r in known.values() if source.suffix in r.suffixes)
    found = next(by_content, None) or next(by_suffix, None) or known[_PLAIN]
    if not named:
        return found
    if named not in known:
        hint = did_you_mean(named, known) or f" (one of {', '.join(known)})"
        raise ConfigError(f'unknown reader "{named}"{hint}')
    other = known[named]
    return other if other.instead_of in ("", found.name) else found


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Return every installed reader by name, sorted; one of a third party replaces a built-in."""
    prefix = f"{transdiff.readers.__name__}."
    names = [info.name for info in pkgutil.iter_modules(transdiff.readers.__path__)]
    modules = {name: import_module(prefix + name) for name in names}
    found = {name: _reader(name, m) for name, m in modules.items() if hasattr(m, "SUFFIXES")}
    for entry in entry_points(group="transdiff.readers"):
        try:
            found[entry.name] = _reader(entry.name, entry.load())
        except Exception as error:
            raise PluginError(f'reader plug-in "{entry.name}" ({entry.value}): {error}') from error
    return dict(sorted(found.items()))


def _reader(name: str, module: ModuleType) -> Reader:
    return Reader(
        name,
        tuple(module.SUFFIXES),
        module.recognises,
        module.read,
        getattr(module, "read_pairs", None),
        getattr(module, "INSTEAD_OF", ""),
    )
