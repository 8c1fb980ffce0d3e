"""``--update`` rewrites goldens and generated docs: the one way to accept a change of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# How fast an example runs is the machine's affair.
settings.register_profile("transdiff", deadline=None)
settings.load_profile("transdiff")

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite goldens and generated docs")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT
