"""The calendar in the package is the one that CLDR gives."""

from __future__ import annotations

import importlib.util
from importlib import resources
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_calendar_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("make", ROOT / "tools" / "make_calendar.py")
    assert spec is not None and spec.loader is not None
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    written = tmp_path / "calendar.toml"
    monkeypatch.setattr(make, "TARGET", written)
    make.main()
    kept = resources.files("transdiff.language") / "calendar.toml"
    assert _data(written.read_text("utf-8")) == _data(kept.read_text("utf-8"))


def _data(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]
