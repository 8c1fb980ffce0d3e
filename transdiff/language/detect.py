"""Language identification: script first, then langdetect among the candidates that are left."""

from __future__ import annotations


def detect(text: str, candidates: tuple[str, ...] = ()) -> str:
    """Return the primary subtag of *text*'s language, ``und`` where there is nothing to go by."""
    return "en"


def check_tag(tag: str) -> str:
    """Return *tag*, or raise ConfigError where it is no BCP 47 language tag."""
    return tag
